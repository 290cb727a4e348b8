/** Starts the lab in VS Code's page; in a worker, which has no document, the training that the page asks for. */
import { formulas } from "formulas:mathml";
import { vsCodeHost } from "./host.ts";
import { startLab } from "./lab.ts";
import "./styles.css";
import { serveTraining } from "./training/worker.ts";

if (typeof document === "undefined") serveTraining(self);
else {
  const root = document.getElementById("lab");
  if (root) startLab(root, vsCodeHost(), formulas);
}
