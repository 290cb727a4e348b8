/** Starts the lab in VS Code's page. */
import { formulas } from "formulas:mathml";
import { vsCodeHost } from "./host.ts";
import { startLab } from "./lab.ts";
import "./styles.css";

const root = document.getElementById("lab");
if (root) startLab(root, vsCodeHost(), formulas);
