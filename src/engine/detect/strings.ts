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

/** @param application read only where the owner takes strings at all */
export function reportStrings(
  context: Context,
  owner: Owner,
  application: () => Application | undefined,
): void {
  const slots = slotsOf(owner.owner);
  const applied = slots.length > 0 ? application() : undefined;
  if (!applied) return;
  for (const slot of slots) {
    const argument = argumentFor(applied, slot.slot.argument, slot.slot.position);
    if (argument) reportString(context, owner, slot, applied, argument);
  }
}

function reportString(
  context: Context,
  owner: Owner,
  slot: FrameworkSlot,
  applied: Application,
  argument: Expression,
): void {
  if (argument.kind === "choice") {
    for (const option of argument.options) reportString(context, owner, slot, applied, option);
  }
  if (argument.kind !== "string" || argument.value === undefined) return;
  const { framework } = slot;
  const spelling = stringSpelling(framework, argument.value);
  if (!spelling) return;
  const { range } = argument;
  const name = { framework, spelling, range, nameRange: range, isCertain: owner.isCertain };
  const fold = context.folder(owner.place);
  const use = useOf({ ...name, kind: "string" }, undefined, fold);
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
