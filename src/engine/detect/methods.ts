/** Methods of tensors: `x.relu()`. Where it is not seen what x was made of or declared as, these are likely at best. */
import type { RowParameter, Spelling } from "../frameworks/define.ts";
import { frameworkById, qualifiedName, rootsOf } from "../frameworks/index.ts";
import { lastSegment, methodsNamed } from "../frameworks/lookup.ts";
import { goesBy, matters } from "../frameworks/effect.ts";
import type { Argument, Expression } from "../syntax/expression.ts";
import type { Reference } from "../syntax/outline.ts";
import { type Context, callIn, expressionIn, rangeIn } from "./context.ts";
import { customs } from "./customs.ts";
import { nameOfUse, useOf } from "./report.ts";
import type { Meaning } from "./names.ts";
import { type Part, type PlacedBinding, type ScopeView, lookUp } from "./scopes.ts";

export function reportMethod(context: Context, view: ScopeView, part: Part, reference: Reference): void {
  const { root, path } = reference;
  const imported = methodsNamed(lastSegment(path), context.language).filter(({ framework }) =>
    rootsOf(frameworkById(framework)).some((module) => context.relevance.modules.has(module)),
  );
  if (imported.length === 0) return;
  if (root !== "" && !canBeTensor(context, view, part, reference)) return;
  const call = callOf(part, reference);
  if (!call) return;
  const certain = imported.find(
    ({ spelling }) =>
      fits(call.arguments, spelling.params, true) && isOfClass(context, view, part, reference, spelling),
  );
  const method = certain ?? imported.find(({ spelling }) => fits(call.arguments, spelling.params, false));
  if (!method) return;
  const { nameRange } = nameOfUse(part, reference, 0);
  const isCertain = certain !== undefined;
  const name = { ...method, kind: "method", isCertain, range: nameRange, nameRange } as const;
  context.report(part, useOf(name, call, context.folder(view.placeOf(reference, part))));
}

/** The range of a reference without a root is the method's name alone. */
function callOf(part: Part, reference: Reference) {
  const range = rangeIn(part, reference.range);
  return callIn(part, range);
}

/**
 * Whether all that the object may be was made of the class whose method it is, `new MLGraphBuilder(context)`, or is
 * declared as one: `x: torch.Tensor`.
 */
function isOfClass(
  ...[context, view, part, { root, path, range, block }, { name }]: [
    Context,
    ScopeView,
    Part,
    Reference,
    Spelling,
  ]
): boolean {
  if (root === "" || path.includes(".")) return false;
  const owner = qualifiedName(context.language, name);
  const { bindings, isComplete } = lookUp(root, view.placeOf({ root, path, range, block }, part));
  return (
    isComplete &&
    bindings.every((placed) => {
      const meanings = meaningsOfClass(context, placed);
      return (
        meanings.length > 0 &&
        meanings.every(
          (meaning) =>
            meaning.kind === "qualified" && meaning.isCertain && owner.startsWith(`${meaning.name}.`),
        )
      );
    })
  );
}

/** What the class of a variable stands for. */
function meaningsOfClass(context: Context, { binding, part, place }: PlacedBinding): readonly Meaning[] {
  const { source, range } = binding;
  if (source.kind === "parameter") {
    if (part.scope.kind !== "function") return [];
    const [root, ...path] = part.source.parsed.declaredAs?.(rangeIn(part, range))?.split(".") ?? [];
    return root === undefined ? [] : context.names.meaningsOf(root, path.join("."), place);
  }
  if (source.kind !== "assignment") return [];
  const value = expressionIn(part, rangeIn(part, source.value));
  return value?.kind === "call" ? context.names.meaningsOfExpression(value.callee, place) : [];
}

/** An object's own attribute (`self.relu()`), a module's member (`np.tanh()`) or a class's is no tensor's method. */
function canBeTensor(context: Context, view: ScopeView, part: Part, reference: Reference): boolean {
  const { root, path } = reference;
  if (!path.includes(".") && isSelf(view, root)) return false;
  if (customs[context.language].numbers.includes(root)) return false;
  return context.names.meaningsOf(root, "", view.placeOf(reference, part)).every((meaning) => {
    if (meaning.kind === "qualified") return false;
    const { source } = meaning.kind === "opaque" ? meaning.binding.binding : {};
    return !(source?.kind === "opaque" && (source.by === "class" || source.by === "function"));
  });
}

/** Whether a name is the first parameter of the method it is read in. */
export function isSelf(view: ScopeView, name: string): boolean {
  return classOf(view, name) !== undefined;
}

/** The class whose instance a name is, as the first parameter of a method around. */
export function classOf(view: ScopeView, name: string): ScopeView | undefined {
  const around = view.outside?.view;
  if (!around) return undefined;
  const isOwn = view.kind === "function" || view.kind === "lambda";
  if (isOwn && around.kind === "class" && view.parts[0]?.scope.firstParameter === name) return around;
  return view.bindingsOf(name).length > 0 ? undefined : classOf(around, name);
}

/**
 * Other things have such methods too (`self.pool.softmax(x)`): the arguments must be a tensor method's.
 * @param isKnown whether the object is a tensor: then they may have any value
 */
function fits(given: readonly Argument[], params: readonly RowParameter[], isKnown: boolean): boolean {
  const positional = given.filter(({ kind }) => kind === "positional");
  if (positional.length > params.length) return false;
  const isFitting = given.every((argument, index) => {
    if (argument.kind === "keyword") return params.some((parameter) => goesBy(parameter, argument.name));
    const parameter = params[index];
    if (argument.kind !== "positional" || !parameter) return false;
    // A builder's method takes the tensor: `builder.relu(x)`.
    if (parameter.mapsTo === "x" || (parameter.position === null && argument.mayName)) return true;
    // What must be given and does not matter: `xs.softmax(-1, Kind::Float)`.
    if (parameter.mapsTo === null && parameter.default === undefined) return true;
    if (!matters(parameter)) return isKnown;
    return (
      isKnown || isNumber(argument) || isNamedSo(argument, parameter) || isKey(argument.value, parameter)
    );
  });
  const required = params.filter(({ default: initial }) => initial === undefined);
  return (
    isFitting &&
    required.every(
      (parameter) =>
        (parameter.position !== null && parameter.position < positional.length) ||
        given.some((argument) => argument.kind === "keyword" && goesBy(parameter, argument.name)),
    )
  );
}

const isKey = ({ kind }: Expression, { selects }: RowParameter) => selects !== undefined && kind === "string";

/** `x.softmax(dim)` */
function isNamedSo(
  { value }: Extract<Argument, { kind: "positional" }>,
  { name, mapsTo }: RowParameter,
): boolean {
  const written = value.kind === "name" ? value.name : value.kind === "member" ? value.member : undefined;
  return written === name || (mapsTo === "axis" && (written === "axis" || written === "dim"));
}

function isNumber({ value }: Extract<Argument, { kind: "positional" }>): boolean {
  return value.kind === "number" || (value.kind === "unary" && value.operand.kind === "number");
}
