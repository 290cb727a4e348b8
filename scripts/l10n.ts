// Writes l10n/bundle.l10n.json, what the extension says at run time, from its sources: translations are put beside it.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleFile, messages } from "./l10n-messages.ts";

const { bundle, wrong } = messages(process.cwd());
for (const call of wrong)
  console.error(`l10n.t needs a literal with a place for each argument, in a function: ${call}`);
if (wrong.length > 0) process.exitCode = 1;
mkdirSync(path.dirname(bundleFile), { recursive: true });
writeFileSync(bundleFile, JSON.stringify(bundle, null, 2) + "\n");
