/**
 * What the extension says, in the language of the editor: `l10n.t("Port {0}", code)`. Pure: the editor's translations are
 * handed in by the entries, and without an editor all is English. What is said first is a literal, so that
 * `npm run l10n` can list it, and stands in a function: while modules are loading, there are no translations yet.
 */

type Argument = string | number | boolean;
type Translate = (message: string, ...args: Argument[]) => string;

let translate: Translate = inEnglish;

export const l10n = {
  /** @param message whole, in English, with `{0}`, `{1}` … where the arguments go */
  t: (message: string, ...args: Argument[]): string => translate(message, ...args),
};

interface Translations {
  readonly t: Translate;
}

/** @param translations `vscode.l10n` */
export function speakBy(translations: Translations): void {
  translate = translations.t;
}

export const english: Translations = { t: inEnglish };

function inEnglish(message: string, ...args: Argument[]): string {
  return message.replace(/\{(\d+)\}/g, (place, index: string) => String(args[Number(index)] ?? place));
}
