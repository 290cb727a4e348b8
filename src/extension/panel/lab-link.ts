/**
 * A view of the lab as the text of a link, `vscode://activation-lens.activation-lens/lab?…`, and back. Pure. What comes from
 * a link is as little trusted as a state that was restored, and read by the same reader.
 */
import { type LabState, readLabState, viewIds } from "../../webview/protocol.ts";
import { l10n } from "../l10n.ts";

/** As in package.json, which is the address that VS Code delivers links to. */
export const extensionId = "activation-lens.activation-lens";

/** Longer addresses are cut or refused on the way: Windows hands at most 2083 characters to a program. */
const longest = 2000;
/** Nothing that was written here is longer by far. */
const longestRead = 20_000;

/**
 * @param scheme of the editor: "vscode", "vscode-insiders" …
 * @throws Error with a reason for a person where the state is too much for a link
 */
export function labLink(scheme: string, state: LabState): string {
  const link = `${scheme}://${extensionId}/lab?${toBase64Url(JSON.stringify(linkedState(state)))}`;
  if (link.length <= longest) return link;
  throw new Error(
    l10n.t(
      "the view takes {0} characters, and a link can have {1}. Copy fewer numbers or functions, or without a picture of your own.",
      link.length,
      longest,
    ),
  );
}

interface Address {
  /** The extension's id. */
  readonly authority: string;
  readonly path: string;
  readonly query: string;
}

/** @returns undefined for what is no link to a view of the lab */
export function readLabLink({ authority, path, query }: Address): LabState | undefined {
  if (authority.toLowerCase() !== extensionId || path !== "/lab" || query.length > longestRead)
    return undefined;
  const state = parsed(query);
  return typeof state === "object" && state !== null ? readLabState({ ...state, source: null }) : undefined;
}

/**
 * What the view differs in from a lab as it opens. The code it was opened from stays at home; so do numbers that were typed
 * into another view, and what other views were set to.
 */
function linkedState(state: LabState): unknown {
  const { view, functionId } = state;
  const others = viewIds.filter((id) => id !== view).map(fieldOf);
  const hidden = ["source", ...(view === "transform" ? [] : ["numbers"]), ...others];
  const isShown = (name: string) => !hidden.some((start) => name.startsWith(start));
  const shown = Object.fromEntries(Object.entries(state).filter(([name]) => isShown(name)));
  return { view, functionId, ...difference(shown, readLabState({ view, functionId })) };
}

/** A view's own fields in the state are named after it. */
function fieldOf(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function difference(value: object, initial: object): Record<string, unknown> {
  const fields = Object.entries(value).flatMap(([name, given]): [string, unknown][] => {
    const start = (initial as Record<string, unknown>)[name];
    if (JSON.stringify(given) === JSON.stringify(start)) return [];
    return [[name, isRecord(given) && isRecord(start) ? difference(given, start) : given]];
  });
  return Object.fromEntries(fields);
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(query: string): unknown {
  try {
    return JSON.parse(fromBase64Url(query));
  } catch {
    return undefined;
  }
}

/** Letters that no chat, terminal or Markdown takes for signs. */
function toBase64Url(text: string): string {
  const binary = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): string {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder("utf-8", { fatal: true }).decode(
    Uint8Array.from(binary, (letter) => letter.charCodeAt(0)),
  );
}
