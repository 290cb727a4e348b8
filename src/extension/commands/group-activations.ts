import type { Grouping } from "../activations/tree.ts";
import { activationsKeys, activationsView } from "../views/activations.ts";
import { defineCommand } from "./define.ts";

/** In the view's menu, for the groupings that are not shown now. */
function groupCommand<const Id extends `activationLens.${string}`>(
  id: Id,
  title: string,
  grouping: Grouping,
) {
  return defineCommand({
    id,
    title,
    palette: false,
    menus: [
      {
        menu: "view/title",
        when: `view == ${activationsView.id} && ${activationsKeys.grouping} != '${grouping}'`,
        group: "1_grouping",
      },
    ],
    run: ({ activations }) => activations.groupBy(grouping),
  });
}

export const groupByFunction = groupCommand(
  "activationLens.groupActivationsByFunction",
  "Group by Function",
  "function",
);
export const groupByFramework = groupCommand(
  "activationLens.groupActivationsByFramework",
  "Group by Framework",
  "framework",
);
export const groupByFile = groupCommand("activationLens.groupActivationsByFile", "Group by File", "file");
