/** The Activations view of the Explorer: what the manifest says of it, and the context keys its commands hang on. Pure. */
import type { View } from "./define.ts";

/** Context key → what it holds. */
export const activationsKeys = {
  /** "scanning", "done" or "stopped" once the view was opened */
  state: "activationLens.activations.state",
  grouping: "activationLens.activations.grouping",
} as const;

const done = `${activationsKeys.state} == 'done'`;
const stopped = `${activationsKeys.state} == 'stopped'`;

export const activationsView = {
  id: "activationLens.activations",
  title: "Activations",
  container: "explorer",
  icon: "$(graph-line)",
  welcome: [
    {
      when: "workspaceFolderCount == 0",
      contents:
        "Open a folder to see every activation function that its code uses.\n[Open Folder](command:workbench.action.files.openFolder)",
    },
    {
      when: `workspaceFolderCount != 0 && ${done}`,
      contents:
        "No activation function was found in the files of this workspace. Files hidden by the settings files.exclude and search.exclude, or ignored by Git, are not read.\n[Scan Again](command:activationLens.scanActivations)\n[Show Log](command:activationLens.showLog)",
    },
    {
      when: `workspaceFolderCount != 0 && ${stopped}`,
      contents:
        "The scan was stopped before an activation function was found.\n[Scan Again](command:activationLens.scanActivations)",
    },
  ],
} as const satisfies View;
