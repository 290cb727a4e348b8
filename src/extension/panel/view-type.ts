/** What VS Code knows the lab's panel by: it restores panels of this type through the extension. */
export const labViewType = "activationLens.lab";
