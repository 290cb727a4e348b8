// Writes into package.json what derives from the lists of commands, settings and languages, and its texts apart.
import { readFileSync, writeFileSync } from "node:fs";
import { withKeys } from "../src/extension/manifest-texts.ts";
import { activationEvents, advisedLanguages, contributes, readLanguages } from "../src/extension/manifest.ts";

const file = "package.json";
const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
manifest["activationEvents"] = activationEvents();
const localisable = withKeys(JSON.parse(JSON.stringify(contributes())));
manifest["contributes"] = localisable.manifest;
manifest["readLanguages"] = readLanguages();
manifest["advisedLanguages"] = advisedLanguages();
writeFileSync(file, JSON.stringify(manifest, null, 2) + "\n");
writeFileSync("package.nls.json", JSON.stringify(localisable.texts, null, 2) + "\n");
