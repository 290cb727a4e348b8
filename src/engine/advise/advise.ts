/** What the rules have to say of an analysed file or notebook. */
import type { Analysis } from "../detect/analysis.ts";
import { keyOf } from "./place.ts";
import { possibilitiesOf } from "./possibilities.ts";
import { type Finding, type Rule, type Severity, severities } from "./rules/define.ts";
import { rules } from "./rules/index.ts";
import { Seen } from "./seen.ts";
import { silencerOf } from "./suppression.ts";

export interface Advice extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

export interface Choice {
  /** Absent: every rule. */
  readonly rules?: readonly Rule[];
  /** As somebody has set it; undefined: the finding's own. */
  readonly severityOf?: (rule: Rule) => Severity | "off" | undefined;
  /** The slightest that is wanted. */
  readonly upTo?: Severity;
  /** Told of a rule that threw; the others go on. */
  readonly onFailure?: (rule: Rule, error: unknown) => void;
}

/** @returns findings in the order of the code */
export function advise(analysis: Analysis, choice: Choice = {}): Advice[] {
  const { severityOf = () => undefined, upTo = "hint", onFailure = () => undefined } = choice;
  const found: Advice[] = [];
  const may = possibilitiesOf(analysis);
  if (!may) return found;
  let seen: Seen | undefined;
  for (const rule of choice.rules ?? rules) {
    const set = severityOf(rule);
    if (set === "off" || !isAtLeast(set ?? rule.gravest ?? rule.severity, upTo)) continue;
    if (!may.find(rule.needs)) continue;
    try {
      const places = new Set<string>();
      for (const finding of rule.check((seen ??= new Seen(analysis)).by(rule.needs))) {
        const key = keyOf(finding.place);
        if (places.has(key)) continue;
        places.add(key);
        const severity = set ?? finding.severity ?? rule.severity;
        if (isAtLeast(severity, upTo)) found.push({ ...finding, rule, severity });
      }
    } catch (error) {
      onFailure(rule, error);
    }
  }
  if (found.length === 0) return found;
  const isSilenced = silencerOf(analysis);
  return found
    .filter(({ rule, place }) => !isSilenced(rule.id, place))
    .sort(({ place: a }, { place: b }) => a.cell - b.cell || a.start - b.start || a.end - b.end);
}

export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}
