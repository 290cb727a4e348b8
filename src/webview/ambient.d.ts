/** What the build makes and TypeScript does not see. */

declare module "*.css";

/** Presentation MathML of every function's formula, by id; see esbuild.config.js. */
declare module "formulas:mathml" {
  export const formulas: Readonly<Record<string, string>>;
}

/** The whole page as a function, which the build wraps around it: its text is the worker's program too. */
declare function activationLensPage(): void;
