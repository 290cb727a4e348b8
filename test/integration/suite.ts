// Runs the specs inside an extension host: VS Code calls `run` of the bundle that run.mjs makes of this and them.
import Mocha from "mocha";
import { StageReporter } from "../reporter.ts";

interface SuiteOptions {
  readonly host: "node" | "web";
  readonly loadSpecs: () => void;
  readonly grep: string | null;
  /** Tells our lines from what the editor prints. */
  readonly linePrefix: string;
}

export async function runSuite({ host, loadSpecs, grep, linePrefix }: SuiteOptions): Promise<void> {
  const here = "importScripts" in globalThis ? "web" : "node";
  if (here !== host)
    throw new Error(`this suite was meant for the ${host} host and runs in the ${here} host`);
  const mocha = new Mocha({
    ui: "bdd",
    timeout: 60_000,
    forbidOnly: true,
    forbidPending: true,
    reporter: StageReporter as unknown as Mocha.ReporterConstructor,
    reporterOptions: { prefix: linePrefix, lines: "tests" },
    ...(grep === null ? {} : { grep }),
  });
  // Gives the specs `describe` and `it`, as loading them from files would.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  loadSpecs();
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} of the tests in the extension host failed`);
}
