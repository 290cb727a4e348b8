/** A half-open stretch of text, `start` inclusive and `end` exclusive, in UTF-16 code units from the text's start. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether a cursor at `offset` touches the range; both of its ends count, as a cursor stands between characters. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
