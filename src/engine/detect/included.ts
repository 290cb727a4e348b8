/** What stands in a file because it includes others of the project: `#include "net.h"`. */
import type { Chunk, Syntax } from "../syntax/define.ts";
import type { Module, Modules } from "./exports.ts";
import { includeName } from "./module-files.ts";

export interface Included {
  readonly text: string;
  readonly chunks: readonly Chunk[];
}

/** Who includes more than this, all in all, has other troubles. */
const most = 200;

const known = new WeakMap<Module, Included>();

/** Each file once, before what includes it. */
export function includedIn(texts: readonly string[], syntax: Syntax, modules: Modules): Included[] {
  const found = new Map<Module, Included | undefined>();
  const include = (text: string, from: Modules) => {
    for (const file of syntax.includes?.(text) ?? []) {
      const module = found.size < most ? from.find(includeName(file)) : undefined;
      if (!module || found.has(module)) continue;
      // What includes itself in a circle is there already.
      found.set(module, undefined);
      const included = read(module, syntax);
      if (included) include(included.text, module.modules);
      if (module.modules.isIncomplete) modules.miss();
      // Behind what it includes itself.
      found.delete(module);
      found.set(module, included);
    }
  };
  for (const text of texts) include(text, modules);
  return [...found.values()].filter((included) => included !== undefined);
}

function read(module: Module, syntax: Syntax): Included | undefined {
  const text = module.text();
  if (text === undefined) return undefined;
  let included = known.get(module);
  if (included?.text !== text) known.set(module, (included = { text, chunks: syntax.chunksOf(text) }));
  return included;
}
