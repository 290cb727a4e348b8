/** What a scope and all scopes in it have together. */
import { firstSegment } from "../frameworks/lookup.ts";
import type { Alias, ImportBinding, Scope } from "../syntax/outline.ts";

/** `act = self.act`: what the instance holds. */
export interface ScopedAlias extends Alias {
  readonly isOfInstance?: boolean;
}

export interface ImportedName {
  readonly name: string;
  /** `torch` of `import torch.nn as nn` */
  readonly module: string;
  /** `torch.nn.ReLU` of `from torch.nn import ReLU` */
  readonly qualified: string;
}

/** What an import binds. */
export function importedName({ name, source: { module, member } }: ImportBinding): ImportedName {
  return { name, module: firstSegment(module), qualified: memberName(module, member) };
}

/** Of a member of a module, whose name may end in the dots of a relative one. */
export function memberName(module: string, member: string | undefined): string {
  if (member === undefined) return module;
  return module.endsWith(".") ? module + member : `${module}.${member}`;
}

export interface Summary {
  /** Names that imports bind, with the top-level module. */
  readonly imports: readonly ImportedName[];
  /** Modules of star imports. */
  readonly stars: readonly string[];
  readonly aliases: readonly ScopedAlias[];
  /** First segments of the names that are read and may be bound outside. */
  readonly free: ReadonlySet<string>;
  readonly hasGlobals: boolean;
}

const known = new WeakMap<Scope, Summary>();

/** Of a definition at the top of a module; kept with its outline, so that it is gathered once. */
export function summaryOf(scope: Scope): Summary {
  let summary = known.get(scope);
  if (!summary) known.set(scope, (summary = summarise(scope)));
  return summary;
}

function summarise(scope: Scope): Summary {
  const gathered = {
    imports: [] as Summary["imports"][number][],
    stars: [] as string[],
    aliases: [] as ScopedAlias[],
    free: new Set<string>(),
    hasGlobals: false,
  };
  gather(scope, gathered, []);
  return gathered;
}

type Gathered = { -readonly [K in keyof Summary]: Summary[K] } & {
  readonly imports: Summary["imports"][number][];
  readonly stars: string[];
  readonly aliases: ScopedAlias[];
  readonly free: Set<string>;
};

/** @param around the scopes around it, the innermost last */
function gather(scope: Scope, into: Gathered, around: readonly Scope[]): void {
  for (const binding of scope.imports) into.imports.push(importedName(binding));
  for (const { module } of scope.stars) into.stars.push(module);
  for (const alias of scope.aliases) {
    const isOfInstance = alias.from === undefined && alias.root === scope.firstParameter;
    into.aliases.push(isOfInstance ? { ...alias, isOfInstance } : alias);
  }
  const scopes = [...around, scope];
  for (const { root } of scope.references) if (isFree(root, scopes)) into.free.add(root);
  // Defaults and bases are read outside.
  for (const name of [...scope.aliases.map(({ root }) => root), ...scope.bases.map(firstSegment)])
    if (isFree(name, around)) into.free.add(name);
  into.hasGlobals ||= scope.globals.size > 0;
  for (const child of scope.children) gather(child.scope, into, scopes);
}

/** A name that a function binds is never taken from outside; a class falls back on what is around it. */
function isFree(name: string, scopes: readonly Scope[]): boolean {
  for (let index = scopes.length - 1; index >= 0; index--) {
    const { kind, bindings, globals, nonlocals } = scopes[index]!;
    if (globals.has(name)) return true;
    if (kind !== "class" && kind !== "module" && bindings.has(name) && !nonlocals.has(name)) return false;
  }
  return true;
}
