/** The engine for other programs: `dist/engine.mjs`. */
export { functionById, functions } from "./functions/index.ts";
