/**
 * Prints what was measured. Run bundled, as it ships; unbundled, tsx makes every use of an imported constant a call:
 *   npx esbuild bench/run.ts --bundle --platform=node --format=esm | node --input-type=module -
 */
import { table } from "./measure.ts";
import { benches as transform } from "./transform.ts";

console.log(`Transform of 1 MB\n${table(transform)}`);
