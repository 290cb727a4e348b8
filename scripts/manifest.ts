// Writes `contributes` of package.json from the lists of commands and settings.
import { readFileSync, writeFileSync } from "node:fs";
import { contributes } from "../src/extension/manifest.ts";

const file = "package.json";
const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
manifest["contributes"] = contributes();
writeFileSync(file, JSON.stringify(manifest, null, 2) + "\n");
