/** Building the page. Text only ever becomes text nodes, so nothing that came from outside is read as markup. */

/** `true` sets an empty attribute; `false` and `undefined` leave it out. ARIA states are written as strings. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Child = Node | string;

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return completed(document.createElement(tag), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...children: readonly Node[]
): SVGElementTagNameMap[K] {
  return completed(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function completed<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/** Sets the text where it differs: an unchanged live region is not spoken again and costs no layout. */
export function setText(element: Node, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Sets or removes an attribute where it differs. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

let count = 0;

/** An id no other element of the page has: for labels and descriptions. */
export function uniqueId(word: string): string {
  count += 1;
  return `${word}-${count}`;
}
