/** Which row of the tables a name in the code means. */
import { type FrameworkSpelling } from "../frameworks/index.ts";
import { canonicalName, spellingNamed } from "../frameworks/lookup.ts";
import type { Argument } from "../syntax/expression.ts";
import type { Reference } from "../syntax/outline.ts";
import type { Meaning, QualifiedMeaning } from "./names.ts";

export interface Match extends FrameworkSpelling {
  /** Segments of the name behind the function's own: 1 for `nn.ReLU.forward`. */
  readonly further: number;
  /** Every meaning the name may have here is this one. */
  readonly isCertain: boolean;
  /** It is this only by a default or a choice: `def block(act=nn.ReLU)`. */
  readonly isAssumed: boolean;
  /** Arguments that `functools.partial` has given. */
  readonly given?: readonly Argument[];
}

/**
 * The one spelling that all meanings agree on. Where some meanings are something else it is likely at best, where two
 * functions are possible there is none. `None` counts for nothing: it cannot be called.
 */
export function matchOf({ path }: Pick<Reference, "path">, meanings: readonly Meaning[]): Match | undefined {
  const matter = meanings.filter((meaning) => meaning.kind !== "constant" || meaning.value !== null);
  const found = matter.map((meaning) => (meaning.kind === "qualified" ? hitOf(meaning, path) : undefined));
  const all = found.filter((hit) => hit !== undefined);
  // General arithmetic is what a name may also be, beside an activation.
  const hits = all.some(({ spelling }) => !spelling.isArithmetic)
    ? all.filter(({ spelling }) => !spelling.isArithmetic)
    : all;
  const [first] = hits;
  if (!first || hits.some((hit) => hit.spelling.function !== first.spelling.function)) return undefined;
  const doubtful = matter.filter(
    (meaning, i) => found[i] !== undefined && meaning.kind !== "opaque" && !meaning.isCertain,
  );
  const isAssumed = doubtful.some((meaning) => meaning.kind !== "qualified" || !meaning.isAmbient);
  const isCertain = doubtful.length === 0 && found.every((hit) => hit?.spelling === first.spelling);
  return { ...first, isCertain, isAssumed };
}

type Hit = FrameworkSpelling & Pick<Match, "further" | "given">;

function hitOf({ name, given }: QualifiedMeaning, path: string): Hit | undefined {
  if (!given) return longest(name, path);
  const hit = path === "" ? longest(name, path) : undefined;
  return hit && { ...hit, given };
}

/** @param name canonical, without the path */
function longest(name: string, path: string): Hit | undefined {
  let rest = path;
  for (let further = 0; ; further++) {
    const spelling = spellingNamed(canonicalName(rest === "" ? name : `${name}.${rest}`));
    if (spelling) return { ...spelling, further };
    if (rest === "") return undefined;
    rest = rest.includes(".") ? rest.slice(0, rest.lastIndexOf(".")) : "";
  }
}
