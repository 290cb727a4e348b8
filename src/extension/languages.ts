/** VS Code's ids of the languages whose code is read; the manifest activates the extension on these alone. Pure. */
export const languages: readonly string[] = ["python"];
