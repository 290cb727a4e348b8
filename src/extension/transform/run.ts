/** Running a transform: at once where it is short, with progress and a way to stop it where it is long. */
import type * as vscodeApi from "vscode";
import { type Transformed, transformSlices } from "../../engine/transform/transform.ts";
import type { TransformOptions, TransformProblem } from "../../engine/transform/options.ts";
import { l10n } from "../l10n.ts";

/** Below this many characters a transform takes a few milliseconds: no progress is worth showing. */
const longText = 100_000;

/** @returns the result of each text, in order; undefined: the user stopped it */
export async function transformAll(
  { window, ProgressLocation }: typeof vscodeApi,
  texts: readonly string[],
  options: TransformOptions,
): Promise<readonly (Transformed | TransformProblem)[] | undefined> {
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  if (total < longText) return run(texts, options, () => Promise.resolve(true));
  return window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t("Activation Lens: transforming"),
      cancellable: true,
    },
    (progress, token) => {
      let shown = 0;
      return run(texts, options, async (done) => {
        const percent = Math.floor(100 * done);
        progress.report({ increment: percent - shown, message: `${percent} %` });
        shown = percent;
        // Lets the editor take the report and a press on Cancel in.
        await new Promise((resolve) => setTimeout(resolve, 0));
        return !token.isCancellationRequested;
      });
    },
  );
}

async function run(
  texts: readonly string[],
  options: TransformOptions,
  goOn: (done: number) => Promise<boolean>,
): Promise<(Transformed | TransformProblem)[] | undefined> {
  const results: (Transformed | TransformProblem)[] = [];
  for (const [index, text] of texts.entries()) {
    const slices = transformSlices(text, options);
    let next = slices.next();
    while (!next.done) {
      if (!(await goOn((index + next.value) / texts.length))) return undefined;
      next = slices.next();
    }
    results.push(next.value);
  }
  return results;
}
