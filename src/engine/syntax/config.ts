/**
 * Configuration files of models, in the style of Hugging Face: `{"model_type": "gpt2", "activation_function": "gelu_new"}`.
 *
 * Such a file is read as the call it stands for, of the configuration's class with the file's keys as its keywords; so
 * which keys name an activation, and what the names mean, is said by the frameworks' tables alone.
 */
import type { Range } from "../range.ts";
import type { Argument, Call, Expression } from "./expression.ts";
import { ScopeBuilder } from "./outline-builder.ts";
import type { Scope } from "./outline.ts";

/** An object of the file: `{…}`, or lines of keys and values. */
export interface Mapping extends Range {
  readonly entries: readonly Entry[];
  readonly parent: Mapping | undefined;
}

export interface Entry {
  readonly key: string;
  readonly value: Expression | undefined;
  /** Of a list: the strings in it. */
  readonly strings: readonly string[];
}

/** Words of which one is in every such file: a quick look before it is parsed. */
export function frameworksNamed(text: string): string {
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

export function outlineOf(mappings: readonly Mapping[]): Scope {
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
export function expressionAt({ start, end }: Range): Expression | undefined {
  if (start !== nowhere.start || end !== nowhere.end) return undefined;
  const range = nowhere;
  return {
    kind: "choice",
    range,
    options: [{ kind: "name", range, name: `${certain}: PretrainedConfig` }],
  };
}

export function callAt(mappings: readonly Mapping[], { start, end }: Range): Call | undefined {
  const mapping = start === end ? mappings.find((candidate) => candidate.start === start) : undefined;
  return mapping && { arguments: mapping.entries.map(argumentOf), range: mapping };
}

function argumentOf({ key, value }: Entry): Argument {
  return { kind: "keyword", name: key, value };
}
