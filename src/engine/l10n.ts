/**
 * What is said to people, in the language of the program they use: `t("Port {0}", code)`. Pure but for the translations,
 * which a program's entry hands in before anything is said; without them all is English. What is said first is a literal,
 * so that `npm run l10n` can list it, and stands in a function: while modules are loading, there are no translations yet.
 */

type Argument = string | number | boolean;
type Translate = (message: string, ...args: Argument[]) => string;

let translate: Translate = inEnglish;

/** @param message whole, in English, with `{0}`, `{1}` … where the arguments go */
export function t(message: string, ...args: Argument[]): string {
  return translate(message, ...args);
}

/** A text that a record has, such as a strength of a function: `npm run l10n` lists those from the records. */
export function told(text: string): string {
  return translate(text);
}

interface Translations {
  readonly t: Translate;
}

export function speakBy(translations: Translations): void {
  translate = translations.t;
}

export const english: Translations = { t: inEnglish };

/** @param texts a message's translation by the message */
export function translationsFrom(texts: ReadonlyMap<string, string>): Translations {
  return { t: (message, ...args) => inEnglish(texts.get(message) ?? message, ...args) };
}

function inEnglish(message: string, ...args: Argument[]): string {
  return args.length === 0
    ? message
    : message.replace(/\{(\d+)\}/g, (place, index: string) => String(args[Number(index)] ?? place));
}
