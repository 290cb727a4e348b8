/** Edits that rules on values put their fixes together from; undefined where the text does not allow them. */
import type { Analysis } from "../detect/analysis.ts";
import { furtherArgument } from "../syntax/further-argument.ts";
import type { Place } from "./place.ts";
import type { Activation, Layer, Step } from "./analysis/value.ts";
import type { Edit } from "./rules/define.ts";

export class Remedies {
  readonly #analysis: Analysis;
  readonly #texts: readonly string[];

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
    this.#texts = analysis.cells.map(({ text }) => text);
  }

  textAt({ cell, start, end }: Place): string {
    return this.#texts[cell]!.slice(start, end);
  }

  replace(place: Place, text: string): Edit[] {
    return [{ place, text }];
  }

  /** What stands before a place on its line. */
  lineUpTo({ cell, start }: Place): string {
    const text = this.#texts[cell]!;
    return text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  }

  /** Whether a place is an item of a list, or an argument, with another one behind it. */
  isItem({ cell, start, end }: Place): boolean {
    const text = this.#texts[cell]!;
    return /[([,]\s*$/.test(text.slice(0, start)) && /^\s*,/.test(text.slice(end));
  }

  /** Another item behind an item, on a line of its own where those have theirs. */
  withItemAfter(item: Place, text: string): Edit[] {
    const { cell, end } = item;
    const isAlone = /^,[ \t]*(?:#[^\n]*)?\n/.test(this.#texts[cell]!.slice(end));
    const indent = /^[ \t]*/.exec(this.lineUpTo(item))![0];
    return [{ place: { cell, start: end, end }, text: isAlone ? `,\n${indent}${text}` : `, ${text}` }];
  }

  /** Takes an argument, or an item of a list, out of its brackets, with the comma that belongs to it. */
  withoutItem(place: Place): Edit[] | undefined {
    const text = this.#texts[place.cell]!;
    let { start, end } = place;
    const before = /,\s*$/.exec(text.slice(0, start));
    const after = /^[ \t]*,/.exec(text.slice(end));
    const isFirst = /[([]\s*$/.test(text.slice(0, start));
    if (before) start -= before[0].length;
    else if (isFirst && after)
      end += after[0].length + /^\s*/.exec(text.slice(end + after[0].length))![0].length;
    else if (!isFirst || !/^\s*[)\]]/.test(text.slice(end))) return undefined;
    return [{ place: { cell: place.cell, start, end }, text: "" }];
  }

  /** Leaves away what applies an activation. */
  withoutActivation({ operation, place, argument }: Step): Edit[] | undefined {
    if (operation.kind !== "activation") return undefined;
    const { activation } = operation;
    if (activation.whole) return this.withoutItem(activation.whole);
    if (argument) return this.#withoutCall(place, argument);
    return this.#withoutAdd(activation.place) ?? this.withoutItem(activation.place);
  }

  /** `F.softmax(x, dim=1)` becomes `x`, and `x = F.softmax(x, dim=1)` goes as a whole. */
  #withoutCall(place: Place, argument: Place): Edit[] {
    const inner = this.textAt(argument);
    const line = this.#lineAround(place);
    if (line && new RegExp(`^\\s*${escape(inner)}\\s*=\\s*$`).test(this.textAt(line.before))) {
      if (this.#hasSibling(line.whole)) return [{ place: line.whole, text: "" }];
    }
    const isSimple = /^[\w.]+(?:[([].*[)\]])?$/s.test(inner) || /^[([].*[)\]]$/s.test(inner);
    return [{ place, text: isSimple ? inner : `(${inner})` }];
  }

  /** `model.add(Activation("softmax"))` on a line of its own. */
  #withoutAdd(place: Place): Edit[] | undefined {
    const line = this.#lineAround(place, ")");
    if (!line || !/^\s*[\w.]+\.(?:add|append)\(\s*$/.test(this.textAt(line.before))) return undefined;
    return this.#hasSibling(line.whole) ? [{ place: line.whole, text: "" }] : undefined;
  }

  /** The line that a place fills to its end, but for a comment, and what stands before the place on it. */
  #lineAround(
    { cell, start, end }: Place,
    closing = "",
  ): { readonly whole: Place; readonly before: Place } | undefined {
    const text = this.#texts[cell]!;
    const first = text.lastIndexOf("\n", start - 1) + 1;
    const rest = /^[^\n]*\n?/.exec(text.slice(end))![0];
    if (!new RegExp(`^${escape(closing)}[ \\t]*(?:#.*)?\\r?\\n?$`).test(rest)) return undefined;
    return {
      whole: { cell, start: first, end: end + rest.length },
      before: { cell, start: first, end: start },
    };
  }

  /** Whether a suite has another statement beside the line. */
  #hasSibling({ cell, start, end }: Place): boolean {
    const text = this.#texts[cell]!;
    const indent = /^[ \t]*/.exec(text.slice(start, end))![0];
    const previous = text.slice(0, start).trimEnd().split("\n").at(-1) ?? "";
    const next = text.slice(end).split("\n")[0] ?? "";
    const isSame = (line: string) => line.trim() !== "" && /^[ \t]*/.exec(line)![0] === indent;
    return isSame(previous) || isSame(next);
  }

  /** Another argument behind the last one of a call. */
  withArgument({ cell, start, end }: Place, argument: string): Edit[] | undefined {
    const chunk = this.#analysis.cells[cell]!.chunks?.filter((piece) => piece.start <= start).at(-1);
    if (!chunk) return undefined;
    const { parsed, start: offset } = chunk;
    const read = parsed.expressionAt({ start: start - offset, end: end - offset });
    if (read?.kind !== "call") return undefined;
    const open = parsed.text.indexOf("(", read.callee.range.end);
    const further = furtherArgument(parsed.text, read.call, open);
    if (!further) return undefined;
    const at = further.at + offset;
    return [{ place: { cell, start: at, end: at }, text: further.lead + argument }];
  }

  /** Gives a Keras layer without one an activation. */
  withActivation({ settings, place }: Layer, key: string): Edit[] | undefined {
    const given = settings.get("activation");
    return given ? this.replace(given.place, `"${key}"`) : this.withArgument(place, `activation="${key}"`);
  }

  /** Names another function where an activation is named: of a string, a module or a function. */
  renamed({ token, form }: Activation, names: Names): Edit[] | undefined {
    const written = this.textAt(token);
    if (form === "string") {
      const quote = written[0] ?? "";
      return /^['"]\w*['"]$/.test(written) ? this.replace(token, quote + names.string + quote) : undefined;
    }
    const known = form === "module" ? names.module : names.function;
    if (known === undefined || !/^\w+(?:\.\w+)*$/.test(written)) return undefined;
    const start = token.end - (written.length - (written.lastIndexOf(".") + 1));
    return this.replace({ ...token, start }, known);
  }

  /** Names another function for what a step applied: where it is called, if it is a function or a method. */
  renamedIn(step: Step, names: Names): Edit[] | undefined {
    if (step.operation.kind !== "activation") return undefined;
    const { activation } = step.operation;
    const isCalled = activation.form === "function" || activation.form === "method";
    return this.renamed(
      isCalled ? { ...activation, token: step.token, form: "function" } : activation,
      names,
    );
  }

  /** Names another of the same module: `nn.BCELoss` becomes `nn.BCEWithLogitsLoss`. */
  renamedLoss(token: Place, from: string, to: string): Edit[] | undefined {
    const written = this.textAt(token);
    if (written !== from || !this.#isQualified(token)) return undefined;
    return this.replace(token, to);
  }

  /** Whether a dot stands before the name, so that its neighbours in the module can be named as well. */
  #isQualified({ cell, start }: Place): boolean {
    return this.#texts[cell]![start - 1] === ".";
  }
}

/** How PyTorch, TensorFlow and JAX write it. */
export const logSoftmax: Names = { string: "log_softmax", module: "LogSoftmax", function: "log_softmax" };

/** How one function is written in each form; absent: it has none. */
export interface Names {
  readonly string: string;
  readonly module?: string;
  readonly function?: string;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
