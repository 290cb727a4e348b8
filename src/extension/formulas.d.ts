/** Made when the bundles are built (see esbuild.config.js): function id → its formula, typeset. */
declare module "formulas:svg" {
  export const formulas: Readonly<Record<string, string>>;
}
