/** Starts VS Code with a suite, in a process of its own because it prints all that VS Code says: node host.mjs OPTIONS */
import { runTests } from "@vscode/test-electron";

await runTests(JSON.parse(process.argv[2]!) as Parameters<typeof runTests>[0]);
