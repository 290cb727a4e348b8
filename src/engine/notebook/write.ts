/** A notebook's text with other code in some cells, and not a byte else changed. */

/**
 * @param sources the new code of cells, by their index among all cells
 * @returns undefined where the text is not written as notebooks are: writing it anew would change more than the cells
 */
export function withSources(text: string, sources: ReadonlyMap<number, string>): string | undefined {
  const content = JSON.parse(text) as { readonly cells?: readonly { source: string | readonly string[] }[] };
  const indent = /^\{\r?\n( +|\t+)"/.exec(text)?.[1] ?? "";
  const end = /\s*$/.exec(text)![0];
  const written = () => JSON.stringify(content, null, indent) + end;
  if (!content.cells || written() !== text) return undefined;
  for (const [index, source] of sources) {
    const cell = content.cells[index];
    if (!cell) return undefined;
    cell.source = typeof cell.source === "string" ? source : (source.match(/[^\n]*\n|[^\n]+$/g) ?? []);
  }
  return written();
}
