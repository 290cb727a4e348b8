/** What a newcomer does first. A step of the walkthrough is ticked off by its context key, once it was really done. Pure. */
export type Step = "hover" | "lab" | "transform" | "rewrite";

/** Context key that holds for a moment when a step is done. */
export function doneKey(step: Step): string {
  return `activationLens.done.${step}`;
}

/**
 * Says that a step was done, each time: VS Code ticks it off when the key begins to hold, and only if it has the walkthrough
 * at hand then. A key that went on holding would keep what was done before the walkthrough was opened from ever being ticked.
 * @param setContext VS Code's
 */
export function stepsDone(setContext: (key: string, holds: boolean) => void): (step: Step) => void {
  return (step) => {
    setContext(doneKey(step), true);
    setContext(doneKey(step), false);
  };
}
