/** What a hover's links carry to their command, and how that is read back: it could come from any caller. */
import { type ViewId, viewIds } from "../../webview/protocol.ts";

export interface HoverTarget {
  readonly uri: string;
  /** UTF-16 offset in the document */
  readonly offset: number;
  readonly view?: ViewId;
}

/** Markdown address of a command link; the argument is one JSON array, as VS Code reads it. */
export function commandLink(command: string, target: HoverTarget): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([target]))}`;
}

export function readHoverTarget(argument: unknown): HoverTarget | undefined {
  const { uri, offset, view } = (argument ?? {}) as Record<string, unknown>;
  if (typeof uri !== "string" || typeof offset !== "number" || !Number.isInteger(offset) || offset < 0) {
    return undefined;
  }
  const known = viewIds.find((id) => id === view);
  return known ? { uri, offset, view: known } : { uri, offset };
}
