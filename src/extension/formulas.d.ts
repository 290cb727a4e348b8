/** Made when the bundles are built (see esbuild.config.js): function id → its formula, typeset, apart from its letters. */
declare module "formulas:svg" {
  export const formulas: Readonly<Record<string, string>>;
  /** Outlines by the name under which formulas use them. */
  export const glyphs: Readonly<Record<string, string>>;
  /** Of the outlines, in those of the formulas. */
  export const unit: number;
}
