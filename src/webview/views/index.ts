/** Every view of the lab, in the order of its tabs. */
import type { ViewId } from "../protocol.ts";
import type { View } from "./define.ts";
import { functionView } from "./function.ts";
import { transformView } from "./transform.ts";

export const views = {
  function: functionView,
  transform: transformView,
} satisfies Record<ViewId, View>;
