/** Ways to show the lab, switched on and off in an open one; where none is open, it opens that way. */
import { type LabMode, readLabState } from "../../webview/protocol.ts";
import { type Services, defineCommand } from "./define.ts";
import { openWith } from "./open-on.ts";

/** Each mode as it starts. */
const { present, predict } = readLabState({ present: true, predict: { guesses: [] } });
const on = { present: { present }, predict: { predict } } as const;

function toggle(mode: LabMode) {
  const open = openWith({ view: "function", ...on[mode] });
  return async (services: Services): Promise<void> => {
    if (!services.lab.toggle(mode)) await open(services);
  };
}

export const togglePresent = defineCommand({
  id: "activationLens.togglePresent",
  title: "Toggle Presentation in the Lab",
  run: toggle("present"),
});

export const togglePredict = defineCommand({
  id: "activationLens.togglePredict",
  title: "Toggle Prediction of f′ in the Lab",
  run: toggle("predict"),
});
