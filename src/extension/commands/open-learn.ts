/** One command for each of the lab's views to learn from. */
import { defineCommand } from "./define.ts";
import { openOn } from "./open-on.ts";

export const openFeatureMap = defineCommand({
  id: "activationLens.openFeatureMap",
  title: "Learn: Feature Map Through a Convolution",
  run: openOn("feature-map"),
});

export const openDepth = defineCommand({
  id: "activationLens.openDepth",
  title: "Learn: Signal and Gradient Through Depth",
  run: openOn("depth"),
});

export const openCollapse = defineCommand({
  id: "activationLens.openCollapse",
  title: "Learn: Why Linear Layers Collapse",
  run: openOn("collapse"),
});

export const openTraining = defineCommand({
  id: "activationLens.openTraining",
  title: "Learn: How Units Die",
  run: openOn("training"),
});
