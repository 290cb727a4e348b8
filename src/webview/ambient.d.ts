/** What the build makes and TypeScript does not see. */

declare module "*.css";

/** Presentation MathML of every function's formula, by id; see esbuild.config.js. */
declare module "formulas:mathml" {
  export const formulas: Readonly<Record<string, string>>;
}

/** What frameworks do with every function, by id; see esbuild.config.js. */
declare module "frameworks:summaries" {
  export const summaries: Readonly<
    // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- an import would make this a module
    Record<string, import("../engine/frameworks/summary.ts").FrameworkSummary>
  >;
}

/** The whole page as a function, which the build wraps around it: its text is the worker's program too. */
declare function activationLensPage(): void;
