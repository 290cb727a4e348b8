/**
 * Configuration files of models, in the style of Hugging Face: `{"model_type": "gpt2", "activation_function": "gelu_new"}`.
 *
 * Such a file is read as the call it stands for, of the configuration's class with the file's keys as its keywords; so
 * which keys name an activation, and what the names mean, is said by the frameworks' tables alone.
 */
import type { Range } from "../range.ts";
import type { CodePlace, Syntax } from "./define.ts";
import type { Argument, Call, Expression } from "./expression.ts";
import type { Grammar, ParsedText, SyntaxNode } from "./grammar.ts";
import { ScopeBuilder } from "./outline-builder.ts";
import type { Scope } from "./outline.ts";
import { wholeFiles } from "./whole-file.ts";

/** An object of the file: `{…}`, or lines of keys and values. */
interface Mapping extends Range {
  readonly entries: readonly Entry[];
  readonly parent: Mapping | undefined;
}

export interface Entry {
  readonly key: string;
  readonly value: Expression | undefined;
  /** Of a list: the strings in it. */
  readonly strings: readonly string[];
}

/** How a grammar writes objects. */
export interface ObjectGrammar {
  readonly grammar: Grammar;
  /** Names of nodes that are an object. */
  readonly objects: readonly string[];
  /** Name of the nodes in an object that are a key and its value. */
  readonly pair: string;
  readonly entryOf: (pair: SyntaxNode, text: string) => Entry;
  readonly placeAt: (parsed: ParsedText, offset: number) => CodePlace;
}

/** @param id of the language */
export function configurationFiles(id: string, language: ObjectGrammar): Syntax {
  const known = new WeakMap<ParsedText, readonly Mapping[]>();
  const mappingsOf = (parsed: ParsedText): readonly Mapping[] => {
    let mappings = known.get(parsed);
    if (!mappings) known.set(parsed, (mappings = mappingsIn(parsed.tree.topNode, parsed.text, language)));
    return mappings;
  };
  return {
    id,
    frameworksOf: "python",
    modulesIn: frameworksNamed,
    chunksOf: wholeFiles(language.grammar, {
      outlineOf: (parsed) => outlineOf(mappingsOf(parsed)),
      expressionAt: (_, range) => expressionAt(range),
      callAt: (parsed, range) => callAt(mappingsOf(parsed), range),
      placeAt: language.placeAt,
    }),
  };
}

/** Every object, those around others first. */
function mappingsIn(top: SyntaxNode, text: string, { objects, pair, entryOf }: ObjectGrammar): Mapping[] {
  const found: Mapping[] = [];
  const gather = (node: SyntaxNode, parent: Mapping | undefined): void => {
    let around = parent;
    if (objects.includes(node.name)) {
      const entries = node.getChildren(pair).map((child) => entryOf(child, text));
      around = { start: node.from, end: node.to, entries, parent };
      found.push(around);
    }
    for (let child = node.firstChild; child; child = child.nextSibling) gather(child, around);
  };
  gather(top, undefined);
  return found;
}

/** Words of which one is in every such file: a quick look before it is parsed. */
function frameworksNamed(text: string): string {
  const isDiffusers = text.includes("_class_name");
  const isTransformers = ["model_type", "architectures", "transformers_version"].some((key) =>
    text.includes(key),
  );
  return [...(isTransformers ? ["transformers"] : []), ...(isDiffusers ? ["diffusers"] : [])].join(" ");
}

/** What an object configures. */
interface Configured {
  readonly module: string;
  readonly member: string;
  readonly isCertain: boolean;
}

function stringAt({ entries }: Mapping, key: string): string | undefined {
  const value = entries.find((entry) => entry.key === key)?.value;
  return value?.kind === "string" ? value.value : undefined;
}

const className = /^[A-Z]\w*$/;

/** Told from the keys that the libraries themselves write; `model_type` alone is written by others too. */
function configuredBy(mapping: Mapping): Configured | undefined {
  const { entries, parent } = mapping;
  const member = stringAt(mapping, "_class_name");
  if (member !== undefined && className.test(member)) return { module: "diffusers", member, isCertain: true };
  const architectures = entries.find(({ key }) => key === "architectures")?.strings ?? [];
  const isWritten =
    stringAt(mapping, "transformers_version") !== undefined ||
    architectures.some((name) => className.test(name));
  if (isWritten || stringAt(mapping, "model_type") !== undefined) {
    const around = parent && configuredBy(parent);
    const isCertain = isWritten || (around?.module === "transformers" && around.isCertain);
    return { module: "transformers", member: "PretrainedConfig", isCertain };
  }
  return parent && configuredBy(parent);
}

/** Not names that code could have. */
const certain = "the configuration's class";
const likely = "what is likely its class";

/** Where the value of `likely` stands: nowhere. */
const nowhere: Range = { start: 0, end: 0 };

function outlineOf(mappings: readonly Mapping[]): Scope {
  const scope = new ScopeBuilder("module", 0);
  for (const mapping of mappings) {
    const configured = configuredBy(mapping);
    if (!configured) continue;
    const { module, member, isCertain } = configured;
    const name = `${certain}: ${member}`;
    if (!scope.bindings.has(name)) {
      scope.bindImport({ name, ...nowhere }, 0, { kind: "import", module, member });
    }
    if (!isCertain && !scope.bindings.has(likely)) {
      scope.bind({ name: likely, ...nowhere }, 0, { kind: "assignment", value: nowhere }, [{ root: name }]);
    }
    scope.refer(isCertain ? name : likely, "", mapping.start, mapping.start);
  }
  return scope;
}

/** The value of `likely`: a choice, as the file does not say for certain. */
function expressionAt({ start, end }: Range): Expression | undefined {
  if (start !== nowhere.start || end !== nowhere.end) return undefined;
  const range = nowhere;
  return {
    kind: "choice",
    range,
    options: [{ kind: "name", range, name: `${certain}: PretrainedConfig` }],
  };
}

function callAt(mappings: readonly Mapping[], { start, end }: Range): Call | undefined {
  const mapping = start === end ? mappings.find((candidate) => candidate.start === start) : undefined;
  return mapping && { arguments: mapping.entries.map(argumentOf), range: mapping };
}

function argumentOf({ key, value }: Entry): Argument {
  return { kind: "keyword", name: key, value };
}
