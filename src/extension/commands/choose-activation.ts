import { defineCommand } from "./define.ts";
import { openOn } from "./open-on.ts";

/** Opens the lab's choose view; its code is in the framework of the function at the cursor. */
export const chooseActivation = defineCommand({
  id: "activationLens.chooseActivation",
  title: "Choose an Activation…",
  run: openOn("choose"),
});
