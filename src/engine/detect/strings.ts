/** Activation functions named by a string: `Dense(64, activation="relu")`, `ACT2FN["gelu"]`. */
import { type FrameworkSlot, slotsOf, stringSpelling } from "../frameworks/lookup.ts";
import type { Expression, ItemExpression } from "../syntax/expression.ts";
import { argumentFor, valueOf } from "./arguments.ts";
import type { Context } from "./context.ts";
import { type Application, useOf } from "./report.ts";
import type { Part, Place } from "./scopes.ts";

/** A name that may take strings. */
export interface Owner {
  /** Canonical. */
  readonly owner: string;
  readonly part: Part;
  readonly place: Place;
  readonly isCertain: boolean;
}

/** How the owner is used; read only where it takes strings at all. */
export interface OwnerUse {
  /** A call, or a partial application. */
  readonly application: () => Application | undefined;
  readonly item: () => ItemExpression | undefined;
  /** Takes the start of what is given there by a name: even general arithmetic is an activation then. */
  readonly askedFor: (start: number) => void;
}

export function reportStrings(
  context: Context,
  owner: Owner,
  { application, item, askedFor }: OwnerUse,
): void {
  const slots = slotsOf(owner.owner);
  const called = slots.filter(({ slot }) => !slot.isIndexed);
  const indexed = slots.filter(({ slot }) => slot.isIndexed);
  const applied = called.length > 0 ? application() : undefined;
  if (applied) for (const slot of called) reportArgument(context, owner, slot, applied, askedFor);
  const key = indexed.length > 0 ? item()?.key : undefined;
  if (!key) return;
  for (const slot of indexed) {
    for (const option of optionsOf(key))
      if (option.kind === "string") reportString(context, owner, slot, option);
  }
}

function reportArgument(
  context: Context,
  owner: Owner,
  slot: FrameworkSlot,
  applied: Application,
  askedFor: OwnerUse["askedFor"],
): void {
  const { given = [], arguments: list } = applied;
  const all = { ...applied, arguments: [...given, ...list] };
  const argument = argumentFor(all, slot.slot.argument, slot.slot.position);
  // What was given before stands elsewhere, and is reported there.
  if (!argument || given.map(valueOf).includes(argument)) return;
  for (const option of optionsOf(argument)) {
    if (option.kind === "string") reportString(context, owner, slot, option, all);
    else if (isNamed(option) && !slot.slot.isCall) askedFor(option.range.start);
  }
}

function optionsOf(argument: Expression | undefined): readonly Expression[] {
  if (argument?.kind === "choice") return argument.options.flatMap(optionsOf);
  return argument ? [argument] : [];
}

/** `tf.identity`, or a module that is made: `nn.Identity()` */
function isNamed({ kind }: Expression): boolean {
  return kind === "name" || kind === "member" || kind === "call";
}

function reportString(
  context: Context,
  owner: Owner,
  slot: FrameworkSlot,
  argument: Extract<Expression, { kind: "string" }>,
  applied?: Application,
): void {
  if (argument.value === undefined) return;
  const { framework } = slot;
  const spelling = stringSpelling(slot, argument.value, context.versionOf(framework));
  if (!spelling) return;
  const { range } = argument;
  const name = { framework, spelling, range, nameRange: range, isCertain: owner.isCertain };
  const fold = context.folder(owner.place);
  const use = useOf({ ...name, kind: "string" }, slot.slot.isCall ? applied : undefined, fold);
  const { units: asked } = slot.slot;
  const units = applied && asked && argumentFor(applied, asked.argument, asked.position);
  const count = units && fold(units);
  context.report(owner.part, {
    ...use,
    slot: {
      owner: owner.owner,
      argument: slot.slot.argument,
      ...(typeof count === "number" && Number.isInteger(count) && count > 0 ? { units: count } : {}),
    },
  });
}
