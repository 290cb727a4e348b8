import { activationsKeys, activationsView } from "../views/activations.ts";
import { defineCommand } from "./define.ts";

const isScanning = `${activationsKeys.state} == 'scanning'`;

export const stopScan = defineCommand({
  id: "activationLens.stopScan",
  title: "Stop Scanning",
  palette: isScanning,
  icon: "$(debug-stop)",
  menus: [
    { menu: "view/title", when: `view == ${activationsView.id} && ${isScanning}`, group: "navigation@1" },
  ],
  run: ({ activations }) => {
    activations.stop();
  },
});
