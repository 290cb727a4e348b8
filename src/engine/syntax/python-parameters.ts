/** Parameters of a function or lambda: their defaults are read outside, their names hold inside. */
import type { NameInText } from "./outline-builder.ts";
import type { TreeCursor } from "./grammar.ts";
import type { Range } from "../range.ts";
import { type Walker, originsOf } from "./walker.ts";

/** Visits what stands around the names: defaults and annotations. */
export function visitDefaults(walker: Walker, cursor: TreeCursor): void {
  let isDefault = false;
  walker.forChildren(cursor, (type) => {
    if (type === "AssignOp") isDefault = true;
    else if (type === ",") isDefault = false;
    else if (isDefault || type !== "VariableName") walker.visit(cursor);
  });
}

/** Binds the names, in effect from the start of the scope. */
export function bindParameters(walker: Walker, cursor: TreeCursor): void {
  const { scope } = walker;
  let name: NameInText | undefined;
  let isDefault = false;
  const finish = (value?: Range & { readonly type: string }) => {
    if (!name) return;
    scope.firstParameter ??= name.name;
    const source = value ? { value: scope.range(value.start, value.end) } : {};
    scope.bind(name, scope.base, { kind: "parameter", ...source }, value && originsOf(walker.text, value));
    name = undefined;
  };
  walker.forChildren(cursor, (type) => {
    if (type === "AssignOp") isDefault = true;
    else if (type === ",") {
      finish();
      isDefault = false;
    } else if (isDefault) finish({ type, start: cursor.from, end: cursor.to });
    else if (type === "VariableName") {
      finish();
      name = walker.name(cursor);
    }
  });
  finish();
}
