import js from "@eslint/js";
import globals from "globals";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "build/", "**/node_modules/", "test/fixtures/", "samples/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers belong in messages and formulas; everything else must be made text on purpose.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Index access is already `T | undefined` (noUncheckedIndexedAccess): a checked `!` after a bound is clearer
      // than a dead branch.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  // Plain scripts run under node; the build's configuration is CommonJS, which its name demands.
  { files: ["**/*.mjs", "**/*.js"], languageOptions: { globals: globals.nodeBuiltin } },
  { files: ["**/*.js"], languageOptions: { sourceType: "commonjs", globals: globals.node } },
);
