/** Why nothing is shown at a position: what was seen there, in a sentence for a person. */
import { rootModules, writtenName } from "../frameworks/index.ts";
import { canonicalName, firstSegment, isModule } from "../frameworks/lookup.ts";
import { touches } from "../range.ts";
import type { OpaqueKind, Reference } from "../syntax/outline.ts";
import { type Context, rangeIn } from "./context.ts";
import { isSelf } from "./methods.ts";
import type { Meaning } from "./names.ts";
import type { Part, PlacedBinding, ScopeView, Source } from "./scopes.ts";
import type { Use } from "./use.ts";

export type Explanation = { readonly sentence: string } & (
  | { readonly kind: "use"; readonly use: Use }
  /** An import that leads to no activation: of the project's own modules, or of one that is not read. */
  | { readonly kind: "unresolved-import"; readonly name: string }
  /** Nothing in the file says what the name is. */
  | { readonly kind: "unbound"; readonly name: string }
  /** Something else has taken the name. */
  | { readonly kind: "shadowed"; readonly name: string; readonly by: string; readonly line: number }
  | { readonly kind: "ambiguous"; readonly names: readonly string[] }
  | { readonly kind: "not-an-activation"; readonly name: string }
  | { readonly kind: "attribute-of-unknown"; readonly name: string }
  | { readonly kind: "comment" }
  | { readonly kind: "string-without-slot"; readonly text: string }
  | { readonly kind: "import" }
  | { readonly kind: "no-name" }
);

export function explainUse(use: Use): Explanation {
  const how =
    use.certainty === "resolved" ? "" : " Only the name says so: what it belongs to could not be followed.";
  return { kind: "use", use, sentence: `This is a use of ${use.spelling.name}.${how}` };
}

/** @param offset in the source; there is no use at it */
export function explainNothing(context: Context, source: Source, offset: number): Explanation {
  const place = source.parsed.placeAt(offset);
  switch (place.kind) {
    case "comment":
      return { kind: "comment", sentence: "This is a comment: only code is read." };
    case "string":
      return {
        kind: "string-without-slot",
        text: place.text,
        sentence: `The string ${shortened(place.text)} is not passed where a framework takes an activation function by its name.`,
      };
    case "import":
      return {
        kind: "import",
        sentence: "An import only brings a name in: hover where the name is used.",
      };
    case "argument-name":
    case "definition":
    case "other": {
      const found = referenceAt(context.module, source, offset);
      if (found) return explainReference(context, found, offset);
      return noName(place.kind === "argument-name" ? `${place.text} is the name of an argument` : undefined);
    }
  }
}

function noName(instead = "There is no name here"): Explanation {
  return { kind: "no-name", sentence: `${instead}: hover the name of a function, its string or its number.` };
}

interface FoundReference {
  readonly view: ScopeView;
  readonly part: Part;
  readonly reference: Reference;
}

/** The innermost name that is read at a position. */
function referenceAt(view: ScopeView, source: Source, offset: number): FoundReference | undefined {
  for (const child of view.children) {
    const found = referenceAt(child, source, offset);
    if (found) return found;
  }
  for (const part of view.parts) {
    if (part.source !== source) continue;
    const reference = part.scope.references.find(({ range }) => touches(rangeIn(part, range), offset));
    if (reference) return { view, part, reference };
  }
  return undefined;
}

function explainReference(
  context: Context,
  { view, part, reference }: FoundReference,
  offset: number,
): Explanation {
  const { root } = reference;
  if (root === "") return attributeOfUnknown(reference.path);
  const path = pathUpTo(part, reference, offset);
  const written = path === "" ? root : `${root}.${path}`;
  const [first, ...others] = context.names.meaningsOf(root, path, view.placeOf(reference, part));
  switch (first?.kind) {
    case undefined:
      if (path !== "" && isSelf(view, root)) return attributeOfUnknown(path);
      return {
        kind: "unbound",
        name: root,
        sentence: `Nothing in this file says what ${root} is: no import or assignment of it is seen from here.`,
      };
    case "constant":
      return noName(`${written} is a constant`);
    case "opaque":
      // Only a name that stands for a framework elsewhere is shadowed; of any other nothing is known.
      if (path !== "" && !context.relevance.has(root)) return attributeOfUnknown(written);
      return explainShadow(context, first.binding, root);
    case "qualified":
      return explainQualified(context, [first, ...others]);
  }
}

/** The segments up to the one under the cursor: the first may be left out in the code. */
function pathUpTo(part: Part, { range, path }: Reference, offset: number): string {
  const { end } = rangeIn(part, range);
  const behind = part.source.parsed.text.slice(offset, end).split(/::|->|\./).length - 1;
  const segments = path === "" ? [] : path.split(".");
  return segments.slice(0, Math.max(0, segments.length - behind)).join(".");
}

function attributeOfUnknown(name: string): Explanation {
  const sentence = `What ${name} is cannot be told from the code.`;
  return { kind: "attribute-of-unknown", name, sentence };
}

const shadowNames: Readonly<Record<OpaqueKind, string>> = {
  loop: "the variable of a loop",
  function: "a function defined here",
  class: "a class defined here",
  with: "the variable of a with statement",
  except: "a caught exception",
  del: "deleted",
  update: "changed by an assignment",
  pattern: "bound by a pattern",
  unpacking: "assigned with others at once",
  type: "a type",
  declaration: "declared without a value",
  star: "possibly brought in by a star import",
};

function explainShadow(context: Context, { binding, part }: PlacedBinding, name: string): Explanation {
  const { source } = binding;
  const by =
    source.kind === "opaque"
      ? shadowNames[source.by]
      : source.kind === "parameter"
        ? "a parameter"
        : "assigned a value that is not followed";
  const line = context.lineOf(part, rangeIn(part, binding.range).start);
  return {
    kind: "shadowed",
    name,
    by,
    line,
    sentence: `${name} is ${by} (line ${line}), so it is not known to be a framework's function.`,
  };
}

const readModules = new Set(rootModules.flatMap((module) => [module, canonicalName(module)]));

function explainQualified(context: Context, meanings: readonly Meaning[]): Explanation {
  const names = [
    ...new Set(meanings.flatMap((meaning) => (meaning.kind === "qualified" ? [meaning.name] : []))),
  ];
  const kept = names[0]!;
  const name = writtenName(kept);
  if (names.length > 1) {
    const sentence = `This may be ${names.map(writtenName).join(" or ")}: which one, the code does not say.`;
    return { kind: "ambiguous", names: names.map(writtenName), sentence };
  }
  const module = firstSegment(kept);
  if (!readModules.has(module)) {
    const why = context.names.isOfFile(kept)
      ? "that file of the project does not give an activation function under the name"
      : name.startsWith(".")
        ? "no file of the project is found for it"
        : `${writtenName(module)} is not among the frameworks that are read`;
    return { kind: "unresolved-import", name, sentence: `This is ${name}: ${why}.` };
  }
  const sentence = isModule(kept)
    ? `This is ${name}, which holds activation functions but is none: hover the name behind it.`
    : `This is ${name}, which is not one of the activation functions that are known.`;
  return { kind: "not-an-activation", name, sentence };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 40 ? line : `${line.slice(0, 37)}…`;
}
