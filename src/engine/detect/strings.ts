/** Activation functions named by a string: `Dense(64, activation="relu")`. */
import { type FrameworkSlot, slotsOf, stringSpelling } from "../frameworks/lookup.ts";
import type { Expression } from "../syntax/expression.ts";
import { argumentFor } from "./arguments.ts";
import type { Context } from "./context.ts";
import { type Application, useOf } from "./report.ts";
import type { Part, Place } from "./scopes.ts";

/** A name that is called, or partially applied, and may take strings. */
export interface Owner {
  /** Canonical. */
  readonly owner: string;
  readonly part: Part;
  readonly place: Place;
  readonly isCertain: boolean;
}

/**
 * @param application read only where the owner takes strings at all
 * @param askedFor takes the start of what is given there by a name: even general arithmetic is an activation then
 */
export function reportStrings(
  context: Context,
  owner: Owner,
  application: () => Application | undefined,
  askedFor: (start: number) => void,
): void {
  const slots = slotsOf(owner.owner);
  const applied = slots.length > 0 ? application() : undefined;
  if (!applied) return;
  for (const slot of slots) {
    const argument = argumentFor(applied, slot.slot.argument, slot.slot.position);
    for (const option of optionsOf(argument)) {
      if (option.kind === "string") reportString(context, owner, slot, applied, option);
      else if (isNamed(option) && !slot.slot.isCall) askedFor(option.range.start);
    }
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
  applied: Application,
  argument: Extract<Expression, { kind: "string" }>,
): void {
  if (argument.value === undefined) return;
  const { framework } = slot;
  const spelling = stringSpelling(slot, argument.value, context.versionOf(framework));
  if (!spelling) return;
  const { range } = argument;
  const name = { framework, spelling, range, nameRange: range, isCertain: owner.isCertain };
  const fold = context.folder(owner.place);
  const use = useOf({ ...name, kind: "string" }, slot.slot.isCall ? applied : undefined, fold);
  const units = slot.slot.units && argumentFor(applied, slot.slot.units.argument, slot.slot.units.position);
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
