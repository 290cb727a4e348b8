/** The lab's page and its content security policy. */

interface PageParts {
  /** Addresses the page may load from, as `Webview.asWebviewUri` gives them. */
  readonly script: string;
  readonly style: string;
  /** A fresh random value per page: only elements that carry it run or apply. */
  readonly nonce: string;
  /** What the page says in another language than English, and which that is: "de". */
  readonly translations?: {
    readonly language: string;
    readonly texts: Readonly<Record<string, string>>;
  };
}

/**
 * Nothing but the page's own script and style, by nonce: no network, no inline script or style, no frames, no forms.
 * Pictures come from `data:` and `blob:` (export), workers from a Blob of the page's own text.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src data: blob:",
    "worker-src blob:",
  ].join("; ");
}

export function labPage({ script, style, nonce, translations }: PageParts): string {
  const language = translations && /^[\w-]+$/.test(translations.language) ? translations.language : "en";
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Activation Lens</title>
<link rel="stylesheet" nonce="${nonce}" href="${style}">
</head>
<body>
<div id="lab"></div>${translations ? dataElement(translations.texts) : ""}
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/** Data that the page reads and nothing runs; `<` is written so that no text can end the element. */
function dataElement(texts: Readonly<Record<string, string>>): string {
  const json = JSON.stringify(texts).replaceAll("<", "\\u003c");
  return `\n<script type="application/json" id="translations">${json}</script>`;
}
