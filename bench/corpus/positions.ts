/** Where people hover in a generated model: on the function's own name, past `nn.`, `F.` or `torch.`. */
import { pytorch } from "../../src/engine/frameworks/pytorch.ts";

const prefixes = [
  ["nn", "torch.nn"],
  ["F", "torch.nn.functional"],
  ["torch", "torch"],
] as const;

const known = new Set<string>(pytorch.spellings.map(({ name }) => name));

/** @returns offsets into the middle of each name, spread over the whole text, at most `most` of them */
export function hoverOffsets(text: string, most: number): readonly number[] {
  const code = text.replace(/"""[^]*?"""/g, (docstring) => " ".repeat(docstring.length));
  const all = prefixes
    .flatMap(([written, module]) =>
      [...code.matchAll(new RegExp(String.raw`\b${written}\.(\w+)`, "g"))]
        .filter(([, name]) => known.has(`${module}.${name}`))
        .map(({ index }) => index + written.length + 2),
    )
    .sort((a, b) => a - b);
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]!);
}
