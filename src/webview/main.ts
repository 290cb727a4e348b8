/** Starts the lab in VS Code's page; in a worker, which has no document, the training that the page asks for. */
import { formulas } from "formulas:mathml";
import { summaries } from "frameworks:summaries";
import { speakBy, translationsFrom } from "../engine/l10n.ts";
import { vsCodeHost } from "./host.ts";
import { startLab } from "./lab.ts";
import "./styles.css";
import { serveTraining } from "./training/worker.ts";
import { translationsOf } from "./translations.ts";

if (typeof document === "undefined") serveTraining(self);
else {
  speakBy(translationsFrom(translationsOf(document)));
  const root = document.getElementById("lab");
  if (root) startLab(root, vsCodeHost(), { formulas, frameworks: summaries });
}
