/** Lezer alone, in a process of its own, on a file it meets cold: node cold-parse.mjs MODEL.py. Prints its time as JSON. */
import { readFileSync } from "node:fs";
import { timed } from "../measure.ts";

const text = readFileSync(process.argv[2]!, "utf8");
const parse = async () => (await import("@lezer/python")).parser.parse(text);
console.log(JSON.stringify(await timed({ run: parse })));
