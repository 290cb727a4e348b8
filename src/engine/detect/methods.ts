/** Methods of tensors: `x.relu()`. What x is cannot be told, so these are likely at best. */
import { frameworkById, rootsOf } from "../frameworks/index.ts";
import { lastSegment, methodsNamed } from "../frameworks/lookup.ts";
import type { RowParameter } from "../frameworks/define.ts";
import { matters } from "../frameworks/effect.ts";
import type { Argument } from "../syntax/expression.ts";
import type { Reference } from "../syntax/outline.ts";
import { type Context, callIn, rangeIn } from "./context.ts";
import { nameOfUse, useOf } from "./report.ts";
import type { Part, ScopeView } from "./scopes.ts";

export function reportMethod(context: Context, view: ScopeView, part: Part, reference: Reference): void {
  const { root, path } = reference;
  const method = methodsNamed(lastSegment(path), context.language).find(({ framework }) =>
    rootsOf(frameworkById(framework)).some((module) => context.relevance.modules.has(module)),
  );
  if (!method) return;
  if (root !== "" && !canBeTensor(context, view, part, reference)) return;
  const call = callOf(part, reference);
  if (!call || !fits(call.arguments, method.spelling.params)) return;
  const { nameRange } = nameOfUse(part, reference, 0);
  const name = { ...method, kind: "method", isCertain: false, range: nameRange, nameRange } as const;
  context.report(part, useOf(name, call, context.folder(view.placeOf(reference, part))));
}

/** The range of a reference without a root is the method's name alone. */
function callOf(part: Part, reference: Reference) {
  const range = rangeIn(part, reference.range);
  return callIn(part, range);
}

/** An object's own attribute (`self.relu()`), a module's member (`np.tanh()`) or a class's is no tensor's method. */
function canBeTensor(context: Context, view: ScopeView, part: Part, reference: Reference): boolean {
  const { root, path } = reference;
  if (!path.includes(".") && isSelf(view, root)) return false;
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

/** Other things have such methods too (`self.pool.softmax(x)`): the arguments must be a tensor method's. */
function fits(given: readonly Argument[], params: readonly RowParameter[]): boolean {
  const positional = given.filter(({ kind }) => kind === "positional");
  if (positional.length > params.length) return false;
  const isFitting = given.every((argument, index) => {
    if (argument.kind === "keyword") return params.some(({ name }) => name === argument.name);
    const parameter = params[index];
    if (argument.kind !== "positional" || !parameter || !matters(parameter)) return false;
    return isNumber(argument) || (parameter.selects !== undefined && argument.value.kind === "string");
  });
  const required = params.filter(({ default: initial }) => initial === undefined);
  return (
    isFitting &&
    required.every(
      ({ name, position }) =>
        (position !== null && position < positional.length) ||
        given.some((argument) => argument.kind === "keyword" && argument.name === name),
    )
  );
}

function isNumber({ value }: Extract<Argument, { kind: "positional" }>): boolean {
  return value.kind === "number" || (value.kind === "unary" && value.operand.kind === "number");
}
