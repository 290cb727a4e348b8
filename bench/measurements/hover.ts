/**
 * From the request to the markdown, at places all over a file, in turns with pyright's language server at the same places.
 * Ours is the built extension's own provider with VS Code stubbed; pyright answers through a pipe, as it does in VS Code,
 * and that is part of its wall clock and of its processor time. PyTorch is not installed: pyright reads stubs of it that
 * are far smaller than the package, which is in its favour.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../scripts/setup/build.mjs";
import { temporaryFolder } from "../../scripts/setup/processes.mjs";
import { modelFile } from "../corpus/model-file.ts";
import { hoverOffsets } from "../corpus/positions.ts";
import { sequence } from "../corpus/random.ts";
import { writeTorchStub } from "../corpus/torch-stub.ts";
import { type Line, type Measurement, p95AtMost } from "../define.ts";
import { activateExtension, layOut, StubEditor } from "../editor/api.ts";
import { type Edit, StubDocument } from "../editor/document.ts";
import { inTurns, lineOf, type Subject, type Time, timed } from "../measure.ts";
import { peerVersion } from "../peers/install.ts";
import { Pyright } from "../peers/pyright.ts";
import { coldParse, coldTimes } from "../programs/run.ts";

const places = 150;
const momentMs = 1000;
const coldStarts = 2;
/** Ours is started more often: it takes a hundredth of the time. */
const ownColdStarts = 6;

interface Setup {
  /** What pyright is started on: the stubs of PyTorch, the file. */
  readonly folder: string;
  readonly name: string;
  /** The built extension, and an editor in which it runs. */
  readonly extension: string;
  readonly editor: StubEditor;
  readonly text: string;
  readonly offsets: readonly number[];
}

export const hover: Measurement = {
  id: "hover",
  async *run() {
    const { lens: extension } = layOut(temporaryFolder("bench"), path.join(root, "dist/extension.js"));
    const editor = new StubEditor();
    await activateExtension(editor, extension);
    for (const lines of [700, 5000]) {
      const folder = temporaryFolder("bench");
      writeTorchStub(folder);
      const text = modelFile(lines);
      const name = `model-${lines}.py`;
      writeFileSync(path.join(folder, name), text);
      const setup: Setup = { folder, name, extension, editor, text, offsets: hoverOffsets(text, places) };
      const title = (what: string) => `Hover ${what}, ${lines} lines`;
      const first = await firstHovers(setup);
      yield { title: title("first of a fresh process"), note: noBudget, lines: named(first) };
      const [fresh, warm, edited] = await laterHovers(setup);
      yield { title: title("first in a file"), lines: judged(fresh, 50) };
      yield { title: title("warm"), lines: judged(warm, 2) };
      yield { title: title("after a one-character edit"), lines: judged(edited, 10) };
    }
  },
};

const noBudget =
  "Loading the program and compiling it counts; the budget is for the first hover in a file, below.";

/** @param lines pyright's, ours, and whatever else was measured beside them */
function named([peer, own, ...others]: readonly Line[]): readonly Line[] {
  const name = `pyright ${peerVersion("pyright")}, language server`;
  return [{ ...peer!, name }, { ...own!, name: "Activation Lens" }, ...others];
}

function judged(lines: readonly Line[], limit: number): readonly Line[] {
  const [peer, own, ...others] = named(lines);
  return [peer!, p95AtMost(limit, own!), ...others];
}

/** From opening the file to the answer, the program itself being up: what it must load for it counts. */
async function firstHovers({ folder, name, extension, text, offsets }: Setup): Promise<readonly Line[]> {
  const [peer, own, parse]: [Time[], Time[], Time[]] = [[], [], []];
  const offset = offsets[offsets.length >> 1]!;
  const file = path.join(folder, name);
  for (let start = 0; start < coldStarts; start++) {
    const pyright = await Pyright.start(folder);
    const document = new StubDocument(name, text);
    peer.push(
      await timed({
        cpuClock: pyright.cpuClock,
        run: async () => {
          pyright.open(document);
          must(await pyright.hover(document, offset));
        },
      }),
    );
    await pyright.stop();
    for (let i = 0; i < ownColdStarts; i++) {
      own.push((await coldTimes(extension, file, String(offset))).firstHover!);
      parse.push(await coldParse(file));
    }
  }
  return [lineOf("pyright", peer), lineOf("ours", own), lineOf("Lezer's parse alone, as cold", parse)];
}

/** First hovers in files not seen before, by programs that have answered in others; warm ones; and ones after an edit. */
async function laterHovers({
  folder,
  name,
  editor,
  text,
  offsets,
}: Setup): Promise<readonly [first: readonly Line[], warm: readonly Line[], edited: readonly Line[]]> {
  const pyright = await Pyright.start(folder);
  const [theirs, ours] = [new StubDocument(name, text), new StubDocument(name, text)];
  pyright.open(theirs);
  const at = (round: number) => offsets[(round * 37) % offsets.length]!;
  const first = await inTurns(
    [
      {
        name: "pyright",
        cpuClock: pyright.cpuClock,
        run: async (round) => {
          const [document, offset] = unseen(name, text, at(round), round);
          pyright.open(document);
          must(await pyright.hover(document, offset));
        },
      },
      {
        name: "ours",
        run: async (round) => {
          must(await editor.hover(...unseen(name, text, at(round), round)));
        },
      },
    ],
    { rounds: 20, warmUp: 5 },
  );
  // Who hovers again does so after a moment, in which both programs go on reading.
  must(await editor.hover(ours, at(0)));
  must(await pyright.hover(theirs, at(0)));
  await new Promise((resolve) => setTimeout(resolve, momentMs));
  const warm = await inTurns(
    [
      {
        name: "pyright",
        cpuClock: pyright.cpuClock,
        run: async (round) => {
          must(await pyright.hover(theirs, at(round)));
        },
      },
      {
        name: "ours",
        run: async (round) => {
          must(await editor.hover(ours, at(round)));
        },
      },
    ],
    { rounds: offsets.length, warmUp: 50 },
  );
  const edits = keystrokes(text);
  const edited = await inTurns(
    [
      afterEdit("pyright", at, edits, {
        cpuClock: pyright.cpuClock,
        edit: (edit) => {
          pyright.edit(theirs, edit);
          theirs.edit(edit);
        },
        hover: (offset) => pyright.hover(theirs, offset),
      }),
      afterEdit("ours", at, edits, {
        edit: (edit) => {
          editor.edit(ours, edit);
        },
        hover: (offset) => editor.hover(ours, offset),
      }),
    ],
    { rounds: 80, warmUp: 20 },
  );
  await pyright.stop();
  return [first, warm, edited];
}

/** The file under another name and with a first line of its own, so that nothing is known of it. */
function unseen(name: string, text: string, offset: number, round: number): readonly [StubDocument, number] {
  const line = `# copy ${round}\n`;
  return [new StubDocument(`copy-${round}-${name}`, line + text), line.length + offset];
}

interface Edited {
  readonly cpuClock?: () => number;
  readonly edit: (edit: Edit) => void;
  readonly hover: (offset: number) => Promise<string | undefined>;
}

function afterEdit(
  name: string,
  at: (round: number) => number,
  edits: (round: number) => Edit,
  { cpuClock, edit, hover: ask }: Edited,
): Subject {
  return {
    name,
    ...(cpuClock ? { cpuClock } : {}),
    run: async (round) => {
      const change = edits(round);
      edit(change);
      const offset = at(round);
      const moved = round % 2 === 0 && change.start < offset ? offset + 1 : offset;
      must(await ask(moved));
    },
  };
}

/** In even rounds a letter at the end of some line of code, in odd ones it is taken away again. */
function keystrokes(text: string): (round: number) => Edit {
  const next = sequence(7);
  const ends = [...text.matchAll(/[\w)]$/gm)].map(({ index }) => index + 1);
  const chosen = Array.from({ length: 200 }, () => ends[Math.floor(next() * ends.length)]!);
  return (round) => {
    const start = chosen[(round >> 1) % chosen.length]!;
    return round % 2 === 0 ? { start, end: start, text: "x" } : { start, end: start + 1, text: "" };
  };
}

function must(answer: string | undefined): void {
  if (answer === undefined || answer === "") throw new Error("no hover where there must be one");
}
