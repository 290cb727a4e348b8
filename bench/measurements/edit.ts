/**
 * From an edit to the uses of the whole file, and to all that the advisor says of it, beside what cannot be had for less: Lezer reading the changed stretch again.
 * Somebody types a line, letter by letter, in many places of a long file: brackets and quotes are open in between.
 */
import { TreeFragment } from "@lezer/common";
import { parser } from "@lezer/python";
import { advise } from "../../src/engine/advise/advise.ts";
import { type Analysis, analyse } from "../../src/engine/detect/analysis.ts";
import { python } from "../../src/engine/syntax/python.ts";
import { modelFile } from "../corpus/model-file.ts";
import { type Measurement, p95AtMostAbove } from "../define.ts";
import { inTurns } from "../measure.ts";

const lines = 5000;
const places = 15;
/** Enter, for which editors indent at once, then letter by letter. */
const typed = ["\n        ", ...Array.from('h = nn.LeakyReLU(0.1)(h); self.a = "x"')];
const typedLength = typed.join("").length;

interface Stroke {
  readonly at: number;
  readonly inserted: string;
}

function keystrokes(text: string): readonly Stroke[] {
  return Array.from({ length: places }, (_, place) => {
    const lineEnd = text.indexOf("\n        x = ", Math.floor((text.length * place) / places));
    // Places before this one have grown by what was typed there.
    let at = lineEnd + place * typedLength;
    return typed.map((inserted) => {
      const stroke = { at, inserted };
      at += inserted.length;
      return stroke;
    });
  }).flat();
}

/** The text as the strokes leave it, one after the other, each a flat string as an editor gives it. */
class Typing {
  text: string;
  #round = -1;

  constructor(text: string) {
    this.text = text;
  }

  advance(round: number, { at, inserted }: Stroke): void {
    if (round === this.#round) return;
    this.#round = round;
    this.text = [this.text.slice(0, at), inserted, this.text.slice(at)].join("");
  }
}

/** Lezer alone, told where the edit was. */
class Incremental {
  #fragments: readonly TreeFragment[];

  constructor(text: string) {
    this.#fragments = TreeFragment.addTree(parser.parse(text));
  }

  type(text: string, { at, inserted }: Stroke): void {
    const change = { fromA: at, toA: at, fromB: at, toB: at + inserted.length };
    const kept = TreeFragment.applyChanges(this.#fragments, [change]);
    this.#fragments = TreeFragment.addTree(parser.parse(text, kept), kept);
  }
}

export const edit: Measurement = {
  id: "edit",
  async *run() {
    const text = modelFile(lines);
    const strokes = keystrokes(text);
    const typing = new Typing(text);
    const prepare = (round: number) => {
      typing.advance(round, strokes[round]!);
    };
    const limit = new Incremental(text);
    let analysis: Analysis = analyse([text], python);
    let advised: Analysis = analysis;
    const [parse, uses, advice] = await inTurns(
      [
        {
          name: "Lezer's incremental parse alone",
          prepare,
          run: (round) => {
            limit.type(typing.text, strokes[round]!);
          },
        },
        {
          name: "fresh uses",
          prepare,
          run: () => {
            analysis = analyse([typing.text], python, analysis);
            return analysis.cells[0]!.uses.length;
          },
        },
        {
          name: "fresh diagnostics",
          prepare,
          run: () => {
            advised = analyse([typing.text], python, advised);
            return advise(advised).length;
          },
        },
      ],
      { rounds: strokes.length - 60, warmUp: 60 },
    );
    yield {
      title: `Keystroke in a file of ${lines} lines → fresh uses, and diagnostics`,
      lines: [parse!, p95AtMostAbove(10, parse!, uses!), p95AtMostAbove(30, parse!, advice!)],
    };
  },
};
