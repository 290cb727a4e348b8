/**
 * Activations that are given a name which nothing has but the assignment: told by the text, in which comments and strings
 * count as well, so that whatever may read it keeps the rule silent.
 */
import type { ClassStatement, Node } from "../syntax/program.ts";
import { type Code, functionAround, type Standing } from "./code.ts";
import type { Piece } from "./pieces.ts";

function countOf(name: string, text: string): number {
  return text.match(new RegExp(`\\b${name}\\b`, "g"))?.length ?? 0;
}

/** Whether a line gives an activation to a name that the lines behind it do not have: told without parsing. */
export function mayLeaveUnread({ text, offset, uses }: Piece): boolean {
  return uses.some(({ nameRange }) => {
    const start = nameRange.start - offset;
    const line = text.lastIndexOf("\n", start - 1) + 1;
    const [, own, name] =
      /^[ \t]+(self\.)?(\w+)[ \t]*=[ \t]*(?:[\w.]+\.)?$/.exec(text.slice(line, start)) ?? [];
    if (name === undefined) return false;
    const rest = text.slice(line);
    const end = rest.search(own === undefined ? /\n[ \t]*(?:def|class)\b|\n\S/ : /\n\S/);
    return countOf(name, end < 0 ? rest : rest.slice(0, end)) === 1;
  });
}

/** Whether the function around has the name once alone, where it is given. */
export function isNeverRead(standing: Standing, name: string): boolean {
  const around = functionAround(standing);
  if (!around || name.startsWith("_")) return false;
  const text = standing.piece.text.slice(around.range.start, around.range.end);
  return countOf(name, text) === 1 && !/\b(?:locals|eval|exec)\s*\(/.test(text);
}

/** Ways to reach a layer without its name. */
const roundabout =
  /\b(?:getattr|vars|__dict__|_modules|(?:named_)?(?:children|modules)|__getattr(?:ibute)?__|apply)\b/;

/** Whether `self.act`, given in `__init__` of a module, is called by nobody in the file. */
export function isNeverCalled(
  code: Code,
  { piece, trail }: Standing,
  target: Extract<Node, { readonly kind: "member" }>,
): boolean {
  const { object, member } = target;
  const [owner, method, other] = trail.slice(-3);
  if (object.kind !== "name" || object.name !== "self" || owner?.kind !== "class") return false;
  if (method?.kind !== "function" || method.name !== "__init__" || !other) return false;
  if (!isPlainModule(code, piece, owner)) return false;
  const own = piece.text.slice(owner.range.start, owner.range.end);
  if (countOf(member, own) !== 1 || roundabout.test(own) || handsItselfOn(own)) return false;
  const elsewhere = new RegExp(
    `(?<!\\b(?:self|F|functional|torch|nn))\\.${member}\\b|["']${member}["']|\\bclass\\s+\\w+\\s*\\([^)]*\\b${owner.name}\\b`,
  );
  return code.pieces.every((each) => {
    const text = each === piece ? each.text.replace(own, "") : each.text;
    return !elsewhere.test(text);
  });
}

/** Derived from `nn.Module` and nothing else, with a `forward` of its own. */
function isPlainModule(code: Code, piece: Standing["piece"], owner: ClassStatement): boolean {
  const [base, other] = owner.bases;
  const hasForward = owner.body.some(
    (statement) => statement.kind === "function" && statement.name === "forward",
  );
  return (
    hasForward &&
    base !== undefined &&
    other === undefined &&
    owner.decorators.length === 0 &&
    code.nameOf(base.value, piece) === "torch.nn.Module"
  );
}

/** Whether `self` stands anywhere but before a dot, among the parameters, and in `super(Net, self)`. */
function handsItselfOn(text: string): boolean {
  const rest = text.replace(/\bdef\s+\w+\s*\(\s*self\b/g, "").replace(/\bsuper\s*\([^)]*\)/g, "");
  return /\bself\b(?!\s*\.)/.test(rest);
}
