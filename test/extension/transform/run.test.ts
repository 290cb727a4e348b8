import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { transformAll } from "../../../src/extension/transform/run.ts";

interface Progress {
  readonly shown: string[];
  readonly api: typeof vscode;
}

/** An editor whose progress window is pressed on Cancel after so many reports. */
function editorWithProgress(cancelAfter = Infinity): Progress {
  const shown: string[] = [];
  const token = {
    get isCancellationRequested() {
      return shown.length >= cancelAfter;
    },
  };
  const report = ({ message }: { message: string }) => shown.push(message);
  const withProgress = (_options: unknown, task: (progress: unknown, token: unknown) => unknown) =>
    task({ report }, token);
  const api = { window: { withProgress }, ProgressLocation: { Notification: 15 } };
  return { shown, api: api as unknown as typeof vscode };
}

const long = `[${"-1.25, 0.5, ".repeat(40_000)}1]`;

describe("running a transform", () => {
  it("does short texts at once, without progress", async () => {
    const { shown, api } = editorWithProgress();
    const results = await transformAll(api, ["[-1, 2]", "none"], { function: "relu" });
    assert.deepEqual(
      results?.map((result) => (result.kind === "transformed" ? result.text : result.reason)),
      ["[0, 2]", "no-number"],
    );
    assert.deepEqual(shown, []);
  });

  it("shows growing progress on long ones, and gives the same result", async () => {
    const { shown, api } = editorWithProgress();
    const [result] = (await transformAll(api, [long], { function: "relu" }))!;
    assert.equal(result?.kind, "transformed");
    assert.equal(result.text, long.replaceAll("-1.25", "0"));
    const percents = shown.map((message) => Number.parseInt(message, 10));
    assert.ok(percents.length > 3);
    assert.deepEqual(
      percents,
      [...percents].sort((a, b) => a - b),
    );
  });

  it("stops when asked to, and gives nothing", async () => {
    const { shown, api } = editorWithProgress(2);
    assert.equal(await transformAll(api, [long, long], { function: "relu" }), undefined);
    assert.equal(shown.length, 2);
  });
});
