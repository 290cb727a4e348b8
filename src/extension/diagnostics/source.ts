/** What VS Code says our diagnostics come from, and what they are told by. */
export const source = "Activation Lens";
