/** Reads an SVG that is well-formed, and throws for one that is not: enough of XML for what the lab writes. */
import assert from "node:assert/strict";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function unescaped(text: string): string {
  assert.ok(!/[<>"]/.test(text.replace(/"/g, "")), text);
  return text.replace(/&(\w*);?/g, (whole, name: string) => {
    assert.ok(whole.endsWith(";") && entities[name] !== undefined, `no entity: ${whole}`);
    return entities[name];
  });
}

/** @returns the root and every element below it, in the order of the text */
export function readSvg(svg: string): readonly Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  const token = /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let end = 0;
  for (const [whole, closing, name = "", attributes = "", empty, text] of svg.matchAll(token)) {
    end += whole.length;
    const here = open.at(-1);
    if (text !== undefined) {
      if (here) here.text += unescaped(text);
      else assert.equal(text.trim(), "");
    } else if (closing) assert.equal(open.pop()?.name, name);
    else {
      assert.ok(here || all.length === 0, "one root");
      const pairs = [...attributes.matchAll(/([a-zA-Z:-]+)="([^"]*)"/g)];
      const entries = pairs.map(([, key, value]) => [key!, unescaped(value!)] as const);
      assert.equal(
        new Set(entries.map(([key]) => key)).size,
        entries.length,
        `twice the same attribute: ${whole}`,
      );
      const element: Element = { name, attributes: Object.fromEntries(entries), children: [], text: "" };
      here?.children.push(element);
      all.push(element);
      if (!empty) open.push(element);
    }
  }
  assert.equal(end, svg.length, `not well-formed at: ${svg.slice(end, end + 80)}`);
  assert.deepEqual(open, []);
  return all;
}
