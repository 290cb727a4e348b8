/** What the programs of this folder have around them. */
import { describe } from "../scripts/setup/problem.mjs";
import { cleanUp, onStopRequest } from "../scripts/setup/processes.mjs";

/** Runs a program to its end, or until it is asked to stop, and ends with it whatever it has started. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  onStopRequest(() => void cleanUp().then(() => process.exit(130)));
  try {
    await main();
  } catch (error) {
    console.error(describe(error));
    process.exitCode = 2;
  }
  await cleanUp();
}
