// Writes into package.json what derives from the lists of commands, settings and languages.
import { readFileSync, writeFileSync } from "node:fs";
import { activationEvents, contributes, readLanguages } from "../src/extension/manifest.ts";

const file = "package.json";
const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
manifest["activationEvents"] = activationEvents();
manifest["contributes"] = contributes();
manifest["readLanguages"] = readLanguages();
writeFileSync(file, JSON.stringify(manifest, null, 2) + "\n");
