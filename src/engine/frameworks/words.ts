/** Words without which a text cannot use an activation function: what need not be parsed is told from the text. */
import { frameworks, rootModules } from "./index.ts";
import { lastSegment } from "./lookup.ts";

/** What every use has in it: the function's own name in some framework, or a string that stands for it. */
const names = [
  ...new Set(frameworks.flatMap(({ spellings }) => spellings.map(({ name }) => lastSegment(name)))),
];

/** Only the shortest of names within one another: `relu` finds `leaky_relu` too. */
const shortest = names.filter((name) => !names.some((other) => other !== name && name.includes(other)));

const anyName = new RegExp(shortest.join("|"));

/** @param texts one text for a file, the cells for a notebook: an import may be in one, its use in another */
export function mayUseActivations(texts: readonly string[]): boolean {
  const imports = texts.some((text) => rootModules.some((module) => text.includes(module)));
  return imports && texts.some((text) => anyName.test(text));
}
