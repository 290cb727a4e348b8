/** The shape of a view: one tab of the lab. */
import type { FrameworkSummary } from "../../engine/frameworks/summary.ts";
import type { ParameterValues } from "../../engine/functions/index.ts";
import type { LabSettings, LabState, ToWebview } from "../protocol.ts";

export type PictureAnswer = Extract<ToWebview, { readonly type: "picture" | "no-picture" }>;

/** What a view may do to the page around it. */
export interface Page {
  /** The state as it is now, which a part may not have been shown yet: changes are drawn once a frame. */
  readonly state: LabState;
  change(patch: Partial<LabState>): void;
  /** Asks the extension to write these parameters of the function where the lab was opened from. */
  apply(params: ParameterValues): void;
  /** Asks the person for a picture; calls back with it or with why it is not to be had, not at all where none was chosen. */
  choosePicture(received: (answer: PictureAnswer) => void): void;
  /** Presentation MathML of each function's formula, by id; typeset when the page was built. */
  readonly formulas: Readonly<Record<string, string>>;
  /** What frameworks do with each function, by id; read off their tables when the page was built. */
  readonly frameworks: Readonly<Record<string, FrameworkSummary>>;
}

/** A piece of the page that shows the state. */
export interface Part {
  readonly element: HTMLElement;
  /** Called at most once a frame, and only while the view is visible. */
  update(state: LabState, settings: LabSettings): void;
}

export interface View {
  /** Its tab's text. */
  title(): string;
  create(page: Page): Part;
}
