/** A tree read once from its start to its end: to go from node to node in the parser's own tree costs several times as much. */
import type { Tree } from "./grammar.ts";

export class PlainNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly children: PlainNode[] = [];

  constructor(name: string, from: number, to: number) {
    this.name = name;
    this.from = from;
    this.to = to;
  }

  /** The first child of this name. */
  child(name: string): PlainNode | undefined {
    return this.children.find((child) => child.name === name);
  }

  childrenNamed(name: string): PlainNode[] {
    return this.children.filter((child) => child.name === name);
  }
}

export function plainNodes(tree: Tree): PlainNode {
  const cursor = tree.cursor();
  const read = (): PlainNode => {
    const node = new PlainNode(cursor.name, cursor.from, cursor.to);
    if (cursor.firstChild()) {
      do node.children.push(read());
      while (cursor.nextSibling());
      cursor.parent();
    }
    return node;
  };
  return read();
}
