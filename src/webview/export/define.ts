/** What of a view can be saved. */

/** A picture or a table as files; each is made when it is asked for. A PNG is made from the SVG, which a table has not. */
export interface Exportable {
  /** "Leaky ReLU: f, f′": the title, from which the extension makes the file's name */
  readonly name: string;
  readonly svg?: () => string;
  readonly csv: () => string;
  readonly latex: () => string;
}
