/** Every view of the lab, in the order of its tabs. */
import type { ViewId } from "../protocol.ts";
import type { View } from "./define.ts";
import { chooseView } from "./choose.ts";
import { collapseView } from "./collapse.ts";
import { compareView } from "./compare.ts";
import { depthView } from "./depth.ts";
import { featureMapView } from "./feature-map.ts";
import { functionView } from "./function.ts";
import { trainingView } from "./training.ts";
import { transformView } from "./transform.ts";

export const views = {
  function: functionView,
  compare: compareView,
  transform: transformView,
  choose: chooseView,
  "feature-map": featureMapView,
  depth: depthView,
  collapse: collapseView,
  training: trainingView,
} satisfies Record<ViewId, View>;
