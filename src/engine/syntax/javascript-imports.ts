/** Imports of JavaScript and TypeScript: declarations, `require`, and dynamic ones. */
import type { TreeCursor } from "./grammar.ts";
import type { NameInText } from "./outline-builder.ts";
import type { Handler, Walker } from "./walker.ts";

/**
 * The package that a specifier names, also by an address: `https://cdn.jsdelivr.net/npm/@tensorflow/tfjs@4/+esm`,
 * `npm:@tensorflow/tfjs@4`, `@tensorflow/tfjs/dist/tf.esm.js`. Files of the project keep their paths.
 */
export function packageOf(specifier: string): string {
  const path = specifier.replace(/^(?:npm:|https?:\/\/[^/]+\/(?:npm\/|v\d+\/)?)/, "");
  if (/^[./]/.test(path)) return specifier;
  const [, name] = /^((?:@[^/@]+\/)?[^/@]+)/.exec(path) ?? [];
  return name ?? specifier;
}

function specifierIn(string: string): string {
  return packageOf(string.slice(1, -1));
}

/** A default import gives the module, as one of all its names does. */
export const importDeclaration: Handler = (walker, cursor) => {
  const { node } = cursor;
  const string = node.getChild("String");
  if (!string || node.getChild("type")) return;
  const module = specifierIn(walker.slice(string));
  for (const whole of node.getChildren("VariableDefinition"))
    walker.scope.bindImport(walker.name(whole), 0, { kind: "import", module });
  const group = node.getChild("ImportGroup");
  let member: string | undefined;
  for (let child = group?.firstChild; child; child = child.nextSibling) {
    if (child.name === "VariableName") member = walker.slice(child);
    if (child.name !== "VariableDefinition") continue;
    const local = walker.name(child);
    bindMember(walker, local, 0, module, member ?? local.name);
    member = undefined;
  }
};

/** Imports hold throughout: they are hoisted. */
function bindMember(walker: Walker, local: NameInText, at: number, module: string, member: string): void {
  const source = member === "default" ? { module } : { module, member };
  walker.scope.bindImport(local, at, { kind: "import", ...source });
}

/** The module that a value is: that of `require`, or of a dynamic import that is awaited. */
export function importedModule(cursor: TreeCursor, text: string): string | undefined {
  let { node } = cursor;
  if (node.name === "AwaitExpression" && node.lastChild) node = node.lastChild;
  const isRequire =
    node.name === "CallExpression" &&
    node.firstChild?.name === "VariableName" &&
    text.slice(node.firstChild.from, node.firstChild.to) === "require";
  const list = isRequire ? node.getChild("ArgList") : node.name === "DynamicImport" ? node : undefined;
  const string = list?.getChild("String");
  return string ? specifierIn(text.slice(string.from, string.to)) : undefined;
}
