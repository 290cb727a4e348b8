/** The editor's translations, which the extension writes into the page; in English there are none. */
import { record } from "./protocol/read.ts";

/** Where the page has them: an element of data, which no browser runs. */
const place = "translations";

/** @param from what the element holds, if it is there @returns of each message its translation; never throws */
export function readTranslations(from: string | null | undefined): ReadonlyMap<string, string> {
  const entries = Object.entries(record(parsed(from ?? "")));
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

export function translationsOf(page: Document): ReadonlyMap<string, string> {
  return readTranslations(page.getElementById(place)?.textContent);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
