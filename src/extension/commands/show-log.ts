import { defineCommand } from "./define.ts";

export const showLog = defineCommand({
  id: "activationLens.showLog",
  title: "Show Log",
  run: ({ log }) => {
    log.show();
  },
});
