/** Which bracket, line and argument each number stands in, and so whether it belongs to the data. */
import { NumberList } from "./number-list.ts";

/** What the name before an `=` makes of what follows, up to the next comma. */
const plain = 0;
/** outside of brackets: `x = 0.5`. Data, unless a closing bracket turns up that was opened before the text begins. */
const assigned = 1;
/** `lr=0.1` in brackets: no data */
const keyword = 2;
type Argument = typeof plain | typeof assigned | typeof keyword;

/** What stands in front of a square bracket, as far as it can make it an index. */
export type Before = "name" | "closing" | "other";

interface Level {
  readonly group: number;
  /** index of the first number in it */
  readonly first: number;
  readonly round: boolean;
  readonly before: Before;
  readonly inherited: Argument;
  argument: Argument;
  commas: number;
  /** whether a number in it was written with a point or an exponent */
  fractional: boolean;
}

// What is known about each number, as bits.
const inside = 4;
/** directly on the outermost level */
const loose = 8;

/** Arguments that print-outs of tensors have outside of brackets: about the data, not data. */
const descriptions = new Set(["shape", "size"]);
/** What TensorFlow's print-outs have their data behind. */
const dataArgument = "numpy";

export class Brackets {
  readonly numbers = new NumberList();
  readonly abbreviated = new Set<number>();
  /** whether there was any bracket */
  seen = false;

  readonly #outer: Level[] = [];
  #level: Level;
  #nextGroup = 0;
  /** numbers before this one are known to stand inside a bracket that was opened before the text begins */
  #settled = 0;

  constructor() {
    this.#level = this.#newLevel(false, "other", plain);
  }

  get depth(): number {
    return this.#outer.length;
  }

  add(start: number, end: number, value: number, fractional: boolean): void {
    const level = this.#level;
    const place = this.#outer.length > 0 ? inside : loose;
    this.numbers.add(start, end, value, level.group, level.argument | place);
    if (fractional) level.fractional = true;
  }

  open(round: boolean, before: Before): void {
    this.seen = true;
    this.#outer.push(this.#level);
    this.#level = this.#newLevel(round, before, this.#level.argument);
  }

  close(): void {
    this.seen = true;
    const outer = this.#outer.pop();
    if (!outer) {
      this.#closeUnopened();
      return;
    }
    const closed = this.#level;
    this.#level = outer;
    if (closed.fractional) outer.fractional = true;
    const count = this.numbers.count - closed.first;
    if (isIndex(closed, count)) this.numbers.count = closed.first;
    // `np.float64(0.5)` and `(0.5)` are numbers of the list they stand in, not lists.
    else if (closed.round && count === 1 && closed.commas === 0 && this.#outer.length > 0) {
      this.numbers.groups[closed.first] = outer.group;
    }
  }

  comma(): void {
    this.#level.commas++;
    this.#level.argument = this.#level.inherited;
  }

  newline(): void {
    if (this.#outer.length === 0) this.#level = this.#newLevel(false, "other", plain);
  }

  /** `name=` */
  argument(name: string): void {
    if (name === dataArgument) this.#level.argument = this.#level.inherited;
    else if (this.#outer.length > 0 || descriptions.has(name)) this.#level.argument = keyword;
    else this.#level.argument = assigned;
  }

  /** `...` stands for numbers that are not shown. */
  abbreviate(): void {
    this.abbreviated.add(this.#level.group);
  }

  /**
   * Drops every number that is no data.
   * @param outsideToo whether numbers outside of brackets are data although there are brackets
   * @returns how many were dropped for standing outside
   */
  keepData(outsideToo: boolean): number {
    const { numbers } = this;
    const { count, flags } = numbers;
    let kept = 0;
    let dropped = 0;
    for (let i = 0; i < count; i++) {
      if (flags[i]! & keyword) continue;
      if (this.seen && !outsideToo && !(flags[i]! & inside)) dropped++;
      else numbers.move(i, kept++);
    }
    numbers.count = kept;
    return dropped;
  }

  #newLevel(round: boolean, before: Before, argument: Argument): Level {
    const first = this.numbers.count;
    const group = this.#nextGroup++;
    return { group, first, round, before, inherited: argument, argument, commas: 0, fractional: false };
  }

  /** A closing bracket whose opening lies before the text: everything so far stood in it. */
  #closeUnopened(): void {
    const { group } = this.#level;
    const { flags, groups, count } = this.numbers;
    for (let i = this.#settled; i < count; i++) {
      const known = flags[i]!;
      flags[i] = inside | (known & (assigned | keyword) ? keyword : plain);
      if (!(known & loose)) continue;
      if (this.abbreviated.has(groups[i]!)) this.abbreviated.add(group);
      groups[i] = group;
    }
    this.#settled = this.numbers.count;
    this.#level = this.#newLevel(false, "other", plain);
  }
}

/**
 * `x[0]`, `w[2, 3]`: right behind a name, integers only, none beside another without a comma; right behind a closing
 * bracket one integer only.
 */
function isIndex({ before, round, fractional, commas }: Level, count: number): boolean {
  if (round || fractional || before === "other") return false;
  return count <= commas + 1 && (before === "name" || commas === 0);
}
