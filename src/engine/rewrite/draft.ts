/** The code that takes the place of a use: form by form, from what is written there to what is to be written. */
import type { Framework } from "../frameworks/define.ts";
import { dottedName, frameworkById } from "../frameworks/index.ts";
import { lastSegment } from "../frameworks/lookup.ts";
import { functionById } from "../functions/index.ts";
import type { Use } from "../detect/use.ts";
import { isCase } from "./targets.ts";
import { type Given, type NewArguments, inputOf } from "./arguments.ts";
import type { WrittenCall } from "./call.ts";
import type { Edit, Target, Writing } from "./define.ts";
import type { NewCall, Writer } from "./writers/index.ts";

export interface Draft {
  /** Those of the use, in the order of the text. */
  readonly edits: readonly Edit[];
  readonly code: string;
  readonly addedImports: readonly string[];
  /** Where the function's name stands in the first edit's text. */
  readonly nameOffset: number;
  /** What is to be known of the code beside what its arguments tell. */
  readonly remarks: readonly string[];
}

export interface Drafting {
  /** Of the piece of code that the positions are of. */
  readonly text: string;
  readonly use: Use;
  readonly call: WrittenCall;
  readonly target: Target;
  readonly args: NewArguments;
  readonly writer: Writer;
  readonly name: Writing;
  /** The function that keeps arguments for another one, as it can be written here. */
  readonly partial: Writing | undefined;
}

/** @returns undefined where the language has no way to write it there */
export function draftOf(drafting: Drafting): Draft | undefined {
  const { use, call, target, args, writer, name } = drafting;
  const { shape } = call;
  const [source, form] = [use.spelling.form, target.spelling.form];
  if (shape === "string") return whole(drafting, quoted(drafting), 0);
  // What another framework's method is called on need not be what this one is.
  const isOther = form === "method" && use.framework !== target.framework;
  const isName = shape === "name" || (shape === "partial" && !writer.partial);
  if (source === form && !isOther) return isName ? named(drafting) : inPlace(drafting);
  if (shape === "partial") return undefined;
  if (source === "module" && form === "function") {
    // A class that someone else will call makes a module; a function in its place would be called without its input.
    if (shape === "name") return undefined;
    const isPlain = writer.passesDefaults || hasInputAlone(target);
    return args.given.size === 0 && isPlain ? whole(drafting, name.text, 0) : held(drafting);
  }
  const list = writer.list(newCall(drafting));
  if (list === undefined) return undefined;
  if (form === "module") {
    const made = name.text + list;
    if (shape === "name") return whole(drafting, made, 0);
    const input = inputOf(call)?.text;
    const applied = input === undefined ? undefined : writer.applied?.(made, input);
    return applied === undefined ? undefined : whole(drafting, applied, 0);
  }
  // A function that is not called has no input that a method could be called on.
  if (!args.isApplied) return undefined;
  if (form === "function") return result(drafting, name.text + list, 0);
  const input = inputOf(call)?.text.replace(/^&\s*/, "");
  if (form !== "method" || input === undefined) return undefined;
  const receiver = /^[\w.:]+(?:\(.*\))?$/s.test(input) ? input : `(${input})`;
  return result(drafting, `${receiver}.${name.text}${list}`, receiver.length + 1);
}

function newCall({ target, name, args, use }: Drafting): NewCall {
  const framework = frameworkById(target.framework);
  return {
    framework,
    spelling: target.spelling,
    name: name.text,
    given: passedTo(framework, frameworkById(use.framework), target, args),
    foreign: args.foreign,
  };
}

/** The input as the other framework's functions take it: by reference, or itself. */
function passedTo(
  framework: Framework,
  source: Framework,
  { spelling }: Target,
  { given }: NewArguments,
): NewArguments["given"] {
  if (framework.isFallible === source.isFallible) return given;
  return new Map(
    [...given].flatMap(([parameter, value]): [typeof parameter, Given][] => {
      if (parameter.mapsTo !== "x") return [[parameter, value]];
      const plain = value.text.replace(/^&\s*/, "");
      const isTaken = framework.isFallible === true && spelling.form === "function";
      return [[parameter, { ...value, text: isTaken ? `&${plain}` : plain }]];
    }),
  );
}

function importsOf(...writings: (Writing | undefined)[]): string[] {
  return [...new Set(writings.flatMap((writing) => writing?.addedImport ?? []))];
}

function whole({ use, name, partial }: Drafting, code: string, nameOffset: number, isHeld = false): Draft {
  return {
    edits: [{ range: use.callRange, text: code }],
    code,
    addedImports: isHeld ? importsOf(name, partial) : importsOf(name),
    nameOffset,
    remarks: [],
  };
}

/** A call in the place of a call: where one of the two may give an error instead, `?` passes it on. */
function result(drafting: Drafting, code: string, nameOffset: number): Draft | undefined {
  const { text, use, target } = drafting;
  const draft = whole(drafting, code, nameOffset);
  const before = frameworkById(use.framework);
  const after = frameworkById(target.framework);
  if (before.isFallible === after.isFallible) return draft;
  if (after.isFallible) {
    const edits = [{ range: use.callRange, text: `${code}?` }];
    return {
      ...draft,
      edits,
      code: `${code}?`,
      remarks: [`? is added: in ${after.name} it may give an error`],
    };
  }
  const { start, end } = use.callRange;
  // What takes the result, and not what is in it, would take something else.
  if (text[end] !== "?") return undefined;
  return { ...draft, edits: [{ range: { start, end: end + 1 }, text: code }] };
}

/** In the quotes of the old one, if it has any. */
function quoted({ text, call, name }: Drafting): string {
  const written = text.slice(call.name.start, call.name.end);
  const [, open = "", close = ""] = /^([a-zA-Z]*(?:'''|"""|'|"|`)).*?('''|"""|'|"|`)$/s.exec(written) ?? [];
  return open + name.text + close;
}

/** A name that is not called. */
function named(drafting: Drafting): Draft | undefined {
  const { use, target, args, writer, name, text } = drafting;
  // A case is what a class is made into; and a class of itself makes no case.
  if (isCase(target.spelling) && !isCase(use.spelling)) return undefined;
  if (isCase(use.spelling)) {
    const isOther = frameworkById(use.framework).isFallible !== frameworkById(target.framework).isFallible;
    // What it is applied to, and gives, is another thing there.
    if (isOther && /^\s*\.\s*\w+\s*\(/.test(text.slice(use.callRange.end))) return undefined;
    const list = writer.list(newCall(drafting));
    return list === undefined ? undefined : whole(drafting, name.text + list, 0);
  }
  if (target.spelling.made === "configuration") {
    // A class stands for what is made of it where it has no fields; a variable that holds one is another name.
    const own = lastSegment(dottedName(use.spelling.name));
    const list = text.slice(use.nameRange.start, use.nameRange.end) === own && writer.list(newCall(drafting));
    return typeof list === "string" ? whole(drafting, name.text + list, 0) : undefined;
  }
  // What it is given to applies it to each entry, or to all together.
  const isOfEach = isElementwise(target.function);
  const isOther = writer.broadcast !== undefined && isElementwise(use.function) !== isOfEach;
  if (isOther) return isOfEach ? held(drafting) : undefined;
  const isPlain = target.spelling.form !== "function" || writer.passesDefaults || hasInputAlone(target);
  return args.given.size === 0 && isPlain ? whole(drafting, name.text, 0) : held(drafting);
}

function hasInputAlone({ spelling }: Target): boolean {
  return spelling.params.every(({ mapsTo }) => mapsTo === "x");
}

function isElementwise(id: Target["function"]): boolean {
  return functionById(id).kind === "elementwise";
}

/** With arguments that are kept for it: by a function that does so, or in one that calls it. */
function held(drafting: Drafting): Draft | undefined {
  const { target, args, writer, name, partial } = drafting;
  const { spelling } = target;
  if (writer.partial && partial) {
    const list = writer.partial.list(newCall(drafting));
    if (list === undefined) return undefined;
    return whole(drafting, `${partial.text}(${name.text}${list}`, partial.text.length + 1, true);
  }
  if (!writer.closure || spelling.form !== "function") return undefined;
  const { input, before, after } = writer.closure;
  // What an argument names must not be the input.
  const isTaken = [...args.given.values()].some(({ text }) =>
    new RegExp(`(?<![\\w.])${input}\\b`).test(text),
  );
  const x = spelling.params.find(({ mapsTo }) => mapsTo === "x");
  if (isTaken || !x) return undefined;
  const given = new Map(
    spelling.params.flatMap((parameter): [typeof parameter, Given][] => {
      const value =
        parameter === x ? { value: undefined, text: input, keyword: undefined } : args.given.get(parameter);
      return value ? [[parameter, value]] : [];
    }),
  );
  const list = writer.list({ ...newCall(drafting), given });
  if (list === undefined) return undefined;
  const dot = isElementwise(target.function) && writer.broadcast ? writer.broadcast : "";
  return whole(drafting, before + name.text + dot + list + after, before.length);
}

/** Name and arguments each for themselves, so that a layout over several lines stays where the arguments do. */
function inPlace(drafting: Drafting): Draft | undefined {
  const { text, call, writer, name, use, target } = drafting;
  if (!call.list) return undefined;
  const isPartial = call.shape === "partial";
  const given = isPartial ? writer.partial?.list(newCall(drafting)) : writer.list(newCall(drafting));
  if (given === undefined) return undefined;
  const { start, end } = call.list;
  // A variable that is made of nothing has no brackets: they would declare a function.
  const isDeclared = /^\s+\w+\s*$/.test(text.slice(call.name.end, start));
  const behind = isDeclared && given === "()" ? "" : given;
  const list = { start: start - broadcastBefore(drafting, start), end };
  const between = broadcastOf(drafting, text.slice(list.start, start));
  const old = text.slice(list.start, end);
  const isSame = plain(old) === plain(between + behind);
  const code = name.text + text.slice(call.name.end, list.start) + (isSame ? old : between + behind);
  const isOther = frameworkById(use.framework).isFallible !== frameworkById(target.framework).isFallible;
  if (isOther && use.spelling.form !== "module") return result(drafting, code, 0);
  return {
    edits: [
      { range: call.name, text: name.text },
      ...(isSame ? [] : [{ range: list, text: between + behind }]),
    ],
    code,
    addedImports: importsOf(name),
    nameOffset: 0,
    remarks: [],
  };
}

/** How much of the text before the brackets says that each entry is a call of its own. */
function broadcastBefore({ text, writer: { broadcast } }: Drafting, open: number): number {
  return broadcast !== undefined && text.slice(0, open).endsWith(broadcast) ? broadcast.length : 0;
}

/** A function of each entry becomes one of all together, or the other way round. */
function broadcastOf({ writer, use, target }: Drafting, written: string): string {
  const [before, after] = [isElementwise(use.function), isElementwise(target.function)];
  if (writer.broadcast === undefined || before === after) return written;
  return after ? writer.broadcast : "";
}

/** Without its layout. */
function plain(list: string): string {
  return list
    .replace(/#.*|\/\/.*|\/\*[^]*?\*\//g, "")
    .replace(/\s+/g, "")
    .replace(/,(?=[)\]}])/g, "");
}
