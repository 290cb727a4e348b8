import { defineCommand } from "./define.ts";

/** A diagnostic's link: the page of its rule. */
export const explainRule = defineCommand({
  id: "activationLens.explainRule",
  title: "Explain Rule",
  palette: false,
  run: async ({ ruleDocuments }, id) => {
    if (typeof id === "string") await ruleDocuments.show(id);
  },
});
