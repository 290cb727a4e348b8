/** The shape of a rule: a mistake with activations, how it is found, and the page that explains it. */
import type { FunctionId } from "../../functions/index.ts";
import type { Place } from "../place.ts";
import type { Seen } from "../seen.ts";

/** From the gravest. error: the program raises · warning: it trains wrongly or worse · hint: style and speed */
export const severities = ["error", "warning", "information", "hint"] as const;

export type Severity = (typeof severities)[number];

export interface Edit {
  readonly place: Place;
  readonly text: string;
}

export interface Fix {
  /** What it does, as a button says it: "Change to 'sigmoid'" */
  readonly title: string;
  /** The one to take where there are several. */
  readonly preferred?: true;
  /** Whether it is right whatever was meant: only then it is applied without a person who looks at it. */
  readonly certain: boolean;
  /** In the order of the code, none within another. */
  readonly edits: readonly Edit[];
}

export interface Related {
  readonly place: Place;
  /** What is to be seen there: "the loss" */
  readonly message: string;
}

export interface Finding {
  /** The guilty token. */
  readonly place: Place;
  /** What happens, then what to do. */
  readonly message: string;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  /** The other half of the mistake. */
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** The rule's page, in Markdown without headings. */
export interface RuleDocumentation {
  readonly what: string;
  readonly why: string;
  /** In figures, as far as they were measured. */
  readonly harm: string;
  /** Code that the rule finds fault with … */
  readonly bad: string;
  /** … and the same put right. */
  readonly good: string;
  /** Where it keeps silent although it might speak, or speaks in spite of a good reason. */
  readonly limits: string;
  readonly sources: readonly string[];
}

/** What code must have for a rule to find anything: told without parsing it, so that most of it need not be looked at. */
export interface Needs {
  /** Of a text; each must match. */
  readonly text?: readonly RegExp[];
  /**
   * use: of an activation · value: an activation or a layer, as without either no value is known · nothing: the text alone
   * decides
   */
  readonly of: "use" | "value" | "nothing";
  /** Functions of which one must be used. */
  readonly functions?: readonly FunctionId[];
}

export interface Rule {
  /** Its file is named after it. */
  readonly id: string;
  readonly severity: Severity;
  /** The mistake in one line. */
  readonly title: string;
  readonly doc: RuleDocumentation;
  readonly needs: Needs;
  /** Where findings may be graver than the rule's own severity. */
  readonly gravest?: Severity;
  /** @returns findings in any order, the first of a place counts; it may throw, which costs nobody else's findings */
  check(seen: Seen): Iterable<Finding>;
}

export function defineRule<const R extends Rule>(rule: R): R {
  return rule;
}
