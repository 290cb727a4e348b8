// @ts-check
import { parseArgs } from "node:util";
import { editions } from "../../test/host/install.mjs";
import { installPackages } from "../setup/build.mjs";
import { describe, Problem } from "../setup/problem.mjs";
import { cleanUp, onStopRequest } from "../setup/processes.mjs";
import { Needs } from "./needs.mjs";
import { runStage } from "./run-stage.mjs";
import { stages } from "./stages.mjs";

const usage = `npm test -- [options]

  --only STAGES     run only these, separated by commas:
                    ${stages.map(({ id }) => id).join(", ")}
  --grep TEXT       run only the tests whose title matches
  --vscode EDITION  newest (as without it) or minimum: the oldest VS Code that the extension supports
  --help            show this

Environment: CHROMIUM (a browser's executable), VSCODE_EXECUTABLE (a desktop VS Code for the integration stages)`;

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function test(args) {
  const options = readOptions(args);
  if (options === undefined) {
    console.log(usage);
    return 0;
  }
  onStopRequest((reason) => {
    console.error(`\n${reason}: stopping.`);
    void cleanUp().then(() => process.exit(130));
  });
  const started = Date.now();
  try {
    await installPackages();
    const { passed, failed } = await runStages(options);
    console.log(`\nAll in ${Math.round((Date.now() - started) / 1000)} s.`);
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    await cleanUp();
  }
}

/** @param {readonly string[]} args */
function readOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string" },
      grep: { type: "string" },
      vscode: { type: "string", default: "newest" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  const known = stages.map(({ id }) => id);
  const only = values.only?.split(",") ?? known;
  const unknown = only.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new Problem(`There is no stage "${unknown}".`, `Stages: ${known.join(", ")}.`);
  const edition = editions.find((name) => name === values.vscode);
  if (edition === undefined)
    throw new Problem(`There is no VS Code edition "${values.vscode}".`, `Editions: ${editions.join(", ")}.`);
  return { chosen: stages.filter(({ id }) => only.includes(id)), grep: values.grep, edition };
}

/** @param {NonNullable<ReturnType<typeof readOptions>>} options */
async function runStages({ chosen, grep, edition }) {
  let total = { passed: 0, failed: 0 };
  const needs = new Needs(edition);
  for (const stage of chosen) {
    console.log(`\n■ ${stage.title}`);
    const started = Date.now();
    const counts = await needs
      .meetFor(stage)
      .then((env) => runStage(stage, { grep, edition, env }))
      .catch((error) => {
        console.log(describe(error));
        return { passed: 0, failed: 1 };
      });
    total = { passed: total.passed + counts.passed, failed: total.failed + counts.failed };
    const seconds = Math.round((Date.now() - started) / 1000);
    console.log(`  ${counts.passed} passed, ${counts.failed} failed in this stage (${seconds} s)`);
  }
  return total;
}
