/** Names that classes of a text hang on, told from its lines, before it is parsed: rather too much than too little. */

/** `Block` and `base.Block` of `class Net(Block, base.Block):` */
export function baseNames(text: string): string[] {
  if (!text.includes("class")) return [];
  return [...text.matchAll(/\bclass[ \t]+[\p{L}\p{N}_]+([^:{\r\n]*(?:\([^)]*\))?)/gu)].flatMap(
    ([, head = ""]) => [
      ...(head.match(/[\p{L}_][\p{L}\p{N}_]*(?:[ \t]*\.[ \t]*[\p{L}_][\p{L}\p{N}_]*)*/gu) ?? []),
    ],
  );
}

/** `ACTS` of `self.act = ACTS["relu"]`, and of what a field is given. */
export function assignedNames(text: string): string[] {
  return [...text.matchAll(/[\p{L}\p{N}_][ \t]*(?::[^=\r\n]*)?=[ \t]*([\p{L}_][\p{L}\p{N}_.]*)/gu)].map(
    ([, name = ""]) => name,
  );
}
