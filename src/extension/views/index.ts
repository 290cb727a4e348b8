/** Every view of the extension. */
import { activationsView } from "./activations.ts";
import type { View } from "./define.ts";

export const views: readonly View[] = [activationsView];
