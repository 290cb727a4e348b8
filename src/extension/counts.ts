/** Counts with their nouns, each a text of its own: not every language makes its plurals by an "s". Pure. */
import { l10n } from "./l10n.ts";

export function countedUses(count: number): string {
  return count === 1 ? l10n.t("1 use") : l10n.t("{0} uses", grouped(count));
}

export function countedFiles(count: number): string {
  return count === 1 ? l10n.t("1 file") : l10n.t("{0} files", grouped(count));
}

export function countedFunctions(count: number): string {
  if (count === 0) return l10n.t("No activation function");
  return count === 1 ? l10n.t("1 activation function") : l10n.t("{0} activation functions", grouped(count));
}

export function countedValues(count: number): string {
  return count === 1 ? l10n.t("1 value") : l10n.t("{0} values", grouped(count));
}

export function countedParameters(count: number): string {
  return count === 1 ? l10n.t("1 parameter") : l10n.t("{0} parameters", grouped(count));
}

export function countedFindings(count: number): string {
  if (count === 0) return l10n.t("no findings");
  return count === 1 ? l10n.t("1 finding") : l10n.t("{0} findings", grouped(count));
}

/** "12,345" */
export function grouped(count: number): string {
  return count.toLocaleString("en");
}
