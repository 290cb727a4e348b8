/** Asking which function, with which parameters, to apply. */
import type * as vscodeApi from "vscode";
import { numberText } from "../../engine/curve/number-text.ts";
import { type ListedFunction, type ParameterValues, functions } from "../../engine/functions/index.ts";
import { parameterProblem } from "../../engine/functions/parameters.ts";
import { type Order, keepsCount } from "../../engine/transform/options.ts";
import { readParameterValue } from "../../engine/transform/parameter-value.ts";
import { l10n } from "../l10n.ts";

export interface Choice {
  readonly fn: ListedFunction;
  readonly order: Order;
  readonly params: ParameterValues;
}

interface FunctionItem extends vscodeApi.QuickPickItem {
  readonly fn?: ListedFunction;
  readonly order: Order;
}

/** Asks for a function, then for its parameters if it has any. undefined: the user left. */
export async function askForChoice({
  window,
  QuickPickItemKind,
}: typeof vscodeApi): Promise<Choice | undefined> {
  const applicable = functions.filter(keepsCount);
  const elementwise = functions.filter(({ kind }) => kind === "elementwise");
  const heading = (label: string): FunctionItem => ({ label, kind: QuickPickItemKind.Separator, order: 0 });
  const items: FunctionItem[] = [
    heading(l10n.t("Functions")),
    ...applicable.map((fn) => item(fn, 0)),
    heading(l10n.t("First derivatives")),
    ...elementwise.map((fn) => item(fn, 1)),
    heading(l10n.t("Second derivatives")),
    ...elementwise.map((fn) => item(fn, 2)),
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t("Transform with"),
    placeHolder: l10n.t("Activation function to apply to the numbers"),
    matchOnDescription: true,
  });
  if (!picked?.fn) return undefined;
  const params = await askForParameters(window, picked.fn);
  return params && { fn: picked.fn, order: picked.order, params };
}

function item(fn: ListedFunction, order: Order): FunctionItem {
  const names = Object.fromEntries(Object.keys(fn.params).map((name) => [name, name]));
  const label = [fn.name, l10n.t("Derivative of {0}", fn.name), l10n.t("Second derivative of {0}", fn.name)][
    order
  ]!;
  return { label, description: order === 0 ? fn.formula.text(names) : fn.id, fn, order };
}

async function askForParameters(
  window: typeof vscodeApi.window,
  fn: ListedFunction,
): Promise<ParameterValues | undefined> {
  const entries = Object.entries(fn.params);
  if (entries.length === 0) return {};
  const initial = entries.map(
    ([name, { default: value }]) => `${name}=${value === undefined ? "" : numberText(value)}`,
  );
  const typed = await window.showInputBox({
    title: l10n.t("Parameters of {0}", fn.name),
    prompt: entries.map(([name, { meaning }]) => `${name}: ${meaning}`).join(" · "),
    value: initial.join(", "),
    validateInput: (text) => {
      const read = readParameters(fn, text);
      return typeof read === "string" ? read : undefined;
    },
  });
  if (typed === undefined) return undefined;
  const read = readParameters(fn, typed);
  return typeof read === "string" ? undefined : read;
}

/** `alpha=1.5, threshold=inf` as numbers by name; else a sentence that says what is wrong. Blanks may stand for commas. */
export function readParameters(fn: ListedFunction, text: string): ParameterValues | string {
  const params: Record<string, number> = {};
  for (const part of text.split(/[\s,;]+/).filter((p) => p !== "")) {
    const [, name, written] = /^([^=]+)=(.*)$/.exec(part) ?? [];
    if (name === undefined || written === undefined) return l10n.t("Write {0} as name=number.", part);
    const value = readParameterValue(written);
    if (value === undefined) return l10n.t("{0} needs a number; “{1}” is none.", name, written);
    params[name] = value;
  }
  return parameterProblem(fn, params) ?? params;
}
