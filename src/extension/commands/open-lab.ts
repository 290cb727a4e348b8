import { defineCommand } from "./define.ts";
import { openOn } from "./open-on.ts";

export const openLab = defineCommand({
  id: "activationLens.openLab",
  title: "Open Lab",
  run: openOn(),
});
