/** What a newcomer does first. A step of the walkthrough is ticked off by its context key, once it was really done. Pure. */
export type Step = "hover" | "lab" | "transform" | "rewrite";

/** Context key that holds once a step was done. */
export function doneKey(step: Step): string {
  return `activationLens.done.${step}`;
}

/** @param setContext VS Code's; told each step once */
export function stepsDone(setContext: (key: string) => void): (step: Step) => void {
  const done = new Set<Step>();
  return (step) => {
    if (done.has(step)) return;
    done.add(step);
    setContext(doneKey(step));
  };
}
