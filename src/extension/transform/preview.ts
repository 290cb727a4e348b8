/** Before → after on one line, short enough for a list entry. Pure. */

const previewLength = 72;

export function previewLine(before: string, after: string): string {
  return `${shortened(before)} → ${shortened(after)}`;
}

function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length <= previewLength ? line : `${line.slice(0, previewLength - 1)}…`;
}
