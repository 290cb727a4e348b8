/**
 * The contract between the lab's page and the extension: one union per direction, told apart by `type`, one-way, plain
 * data only. What arrives on either side, and state restored after a reload, is `unknown` until a reader here has
 * checked it field by field. No DOM and no vscode in this file: both sides import it.
 */
import type { FunctionId, ParameterValues } from "../engine/functions/index.ts";

export const viewIds = ["function", "transform"] as const;
export type ViewId = (typeof viewIds)[number];

/** What the extension found in the code and the lab was opened on. */
export interface LabSource {
  /** "model.py:42" */
  readonly place: string;
  /** "nn.LeakyReLU(0.2)" */
  readonly text: string;
  /** "PyTorch" */
  readonly framework: string;
  /** Parameters that were written there, under the engine's names. */
  readonly given: ParameterValues;
  /** This framework's defaults, under the engine's names. */
  readonly defaults: ParameterValues;
}

/** Everything that makes the page look as it does; a page built from an equal state looks equal. */
export interface LabState {
  readonly version: 1;
  readonly view: ViewId;
  readonly functionId: FunctionId;
  /** Under the engine's names. */
  readonly params: ParameterValues;
  /** Curves shown: f, f′, f″. */
  readonly orders: readonly [boolean, boolean, boolean];
  /** Plotted interval; low < high, both finite. */
  readonly interval: readonly [low: number, high: number];
  /** Where the read-out stands. */
  readonly cursor: number;
  /** Text in the transform view. */
  readonly numbers: string;
  readonly source: LabSource | null;
}

export interface LabSettings {
  readonly followCursor: boolean;
  /** Significant digits of inexact results; "full" is the shortest float64. */
  readonly digits: number | "full";
}

export type ToWebview =
  | { readonly type: "show"; readonly state: LabState }
  | { readonly type: "settings"; readonly settings: LabSettings };

export type ToExtension =
  | { readonly type: "ready" }
  /** The page's state as it is now, so that the extension can title the panel and restore it. */
  | { readonly type: "state-changed"; readonly state: LabState }
  | { readonly type: "reveal-source" }
  | { readonly type: "follow-cursor"; readonly on: boolean }
  /** A view could not draw: what happened, for the log. */
  | { readonly type: "failed"; readonly message: string };
