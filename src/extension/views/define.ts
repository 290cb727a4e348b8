/** The shape of a view. `contributes.views` and `contributes.viewsWelcome` derive from the list in `index.ts`. */
export interface View {
  readonly id: `activationLens.${string}`;
  readonly title: string;
  /** VS Code's container that it stands in. */
  readonly container: "explorer";
  /** Codicon shown where the view is moved to a bar of its own. */
  readonly icon: string;
  /** What it says while it is empty: Markdown, by when it says it. */
  readonly welcome: readonly { readonly when: string; readonly contents: string }[];
}
