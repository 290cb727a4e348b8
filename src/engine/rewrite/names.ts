/** How a name of a framework can be written where a use stands: through the imports that are there, or with one more. */
import type { Framework, Language } from "../frameworks/define.ts";
import { dottedName, qualifiedName } from "../frameworks/index.ts";
import { canonicalName, isKnown, lastSegment } from "../frameworks/lookup.ts";
import type { ImportBinding, Scope } from "../syntax/outline.ts";
import type { Writing } from "./define.ts";
import type { Writer } from "./writers/index.ts";

/** What can be named where a use stands. */
export interface Surroundings {
  readonly language: Language;
  readonly writer: Writer;
  /** Outlines of all code whose imports may reach the place, each with its text. */
  readonly scopes: readonly { readonly scope: Scope; readonly text: string }[];
  /** All of the code. */
  readonly text: string;
  readonly isFree: (word: string) => boolean;
}

/**
 * Ways to write a name, the best first; which of them means it at the place is for the caller to try.
 * @param name as its framework's table has it
 * @param written the name that it takes the place of, and what that is in a table
 * @param framework whose name it is
 */
export function writingsOf(
  name: string,
  written: { readonly text: string; readonly means: string },
  { language, writer, scopes, text, isFree }: Surroundings,
  framework?: Framework,
): Writing[] {
  const { separator } = writer;
  const dotted = dottedName(name);
  const member = lastSegment(dotted);
  const owner = canonicalName(qualifiedName(language, parentOf(dotted)));
  const imports = scopes.flatMap((own) => importsIn(own.scope, own.text));
  const meaning = ({ source: { module, member: of } }: ImportBinding) =>
    qualifiedName(language, of === undefined ? module : `${module}.${of}`);
  const throughImport = imports
    .flatMap(({ binding }) => {
      const raw = meaning(binding);
      const means = canonicalName(raw);
      const isItself = means === canonicalName(`${owner}.${member}`) && lastSegment(raw) === member;
      if (isItself) return [{ length: means.length, local: binding.name, text: binding.name }];
      const isAround = owner === means || owner.startsWith(`${means}.`);
      const rest = `${owner.slice(means.length)}.${member}`.replaceAll(".", separator);
      return isAround ? [{ length: means.length, local: binding.name, text: binding.name + rest }] : [];
    })
    .sort((a, b) => b.length - a.length || a.local.length - b.local.length)
    .map((reached) => reached.text);
  const stars = scopes.flatMap(({ scope }) =>
    starsIn(scope).map((module) => canonicalName(qualifiedName(language, module))),
  );
  // What two modules bring is neither's.
  const isBrought =
    stars.includes(owner) && !stars.some((other) => other !== owner && isKnown(`${other}.${member}`));
  const existing = [
    ...new Set([...besideOf(dotted, written, separator), ...(isBrought ? [member] : []), ...throughImport]),
  ];
  const roots = framework?.roots.map((root) => canonicalName(qualifiedName(language, root))) ?? [];
  const additions = writer.additions({
    path: dotted.split("."),
    isBare: !written.text.includes(separator),
    isFree,
    framework,
    imports: imports.filter(({ binding }) =>
      roots.some((root) => `${canonicalName(meaning(binding))}.`.startsWith(`${root}.`)),
    ),
    text,
  });
  return [...existing.map((reached) => ({ text: reached, addedImport: undefined })), ...additions];
}

/** `F.gelu` beside `F.relu`, and `gelu` beside `relu` where something brings both. */
function besideOf(
  name: string,
  written: { readonly text: string; readonly means: string },
  separator: string,
): string[] {
  const means = dottedName(written.means);
  const own = lastSegment(means);
  const isSibling = parentOf(name) === parentOf(means);
  if (!isSibling || !(written.text === own || written.text.endsWith(separator + own))) return [];
  return [written.text.slice(0, -own.length) + lastSegment(name)];
}

interface Import {
  readonly binding: ImportBinding;
  /** From its name to the end of its line. */
  readonly statement: string;
}

function importsIn(scope: Scope, text: string, base = 0): Import[] {
  const own = scope.imports.map((binding) => {
    const start = base + binding.range.start;
    const [statement] = /^[^;]*?(?=;|\n\s*\n|$)/.exec(text.slice(start, start + 2000)) ?? [""];
    return { binding, statement };
  });
  return [...own, ...scope.children.flatMap((child) => importsIn(child.scope, text, base + child.offset))];
}

function starsIn(scope: Scope): string[] {
  return [
    ...scope.stars.map(({ module }) => module),
    ...scope.children.flatMap((child) => starsIn(child.scope)),
  ];
}

function parentOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf(".")));
}
