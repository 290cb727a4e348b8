/** What a project says about the rules: `[tool.activation-lens]` in pyproject.toml, and the editor's settings alike. */
import { TomlError, parse } from "smol-toml";
import { type Level, levels } from "./levels.ts";
import { type Rule, type Severity, severities } from "./rules/define.ts";
import { rules } from "./rules/index.ts";

/** A rule's severity where somebody has set it. */
export const ruleSettings = [...severities, "off"] as const;

export type RuleSetting = (typeof ruleSettings)[number];

export type RuleSettings = Readonly<Record<string, RuleSetting>>;

export interface Configuration {
  readonly level?: Level;
  readonly rules: RuleSettings;
  /** As in a `.gitignore`, from the folder of the file that says it. */
  readonly exclude?: readonly string[];
  /** What cannot be read of it, as sentences; the rest counts. */
  readonly problems: readonly string[];
}

/** The slightest that a level lets through; undefined: nothing. */
export function slightestOf(level: Level): Severity | undefined {
  switch (level) {
    case "off":
      return undefined;
    case "errors":
      return "error";
    case "recommended":
      return "information";
    case "all":
      return "hint";
  }
}

export const nothingConfigured: Configuration = { rules: {}, problems: [] };

/** @returns undefined where the text has no such table: then another file may have it */
export function configurationIn(pyproject: string): Configuration | undefined {
  // Most have no such table: they need not be read.
  if (!pyproject.includes("activation-lens")) return undefined;
  let content: unknown;
  try {
    content = parse(pyproject);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ""] = error.message.split("\n");
    return { ...nothingConfigured, problems: [`line ${error.line}: ${reason}`] };
  }
  const table = field(field(content, "tool"), "activation-lens");
  return isTable(table) ? readTable(table) : undefined;
}

function readTable(table: Readonly<Record<string, unknown>>): Configuration {
  const problems = Object.keys(table)
    .filter((key) => !["level", "rules", "exclude"].includes(key))
    .map((key) => `${key} is no setting: there are level, rules and exclude`);
  const { level, rules: own, exclude } = table;
  const knownLevel = levels.find((candidate) => candidate === level);
  if (level !== undefined && !knownLevel) problems.push(`level must be one of ${levels.join(", ")}`);
  const settings = own === undefined ? { rules: {}, problems: [] } : readRules(own);
  const isList = Array.isArray(exclude) && exclude.every((entry) => typeof entry === "string");
  if (exclude !== undefined && !isList) problems.push("exclude must be a list of texts");
  return {
    ...(knownLevel ? { level: knownLevel } : {}),
    rules: settings.rules,
    ...(isList ? { exclude: exclude } : {}),
    problems: [...problems, ...settings.problems],
  };
}

/** @param value untrusted: an object from rule ids to severities */
export function readRules(value: unknown): Pick<Configuration, "rules" | "problems"> {
  if (!isTable(value)) return { rules: {}, problems: ["rules must map ids of rules to severities"] };
  const problems: string[] = [];
  const settings: Record<string, RuleSetting> = {};
  for (const [id, setting] of Object.entries(value)) {
    const known = ruleSettings.find((candidate) => candidate === setting);
    if (!rules.some((rule) => rule.id === id)) problems.push(`there is no rule ${id}`);
    else if (!known) problems.push(`${id} must be one of ${ruleSettings.join(", ")}`);
    else settings[id] = known;
  }
  return { rules: settings, problems };
}

export function severityIn(settings: RuleSettings): (rule: Rule) => RuleSetting | undefined {
  return ({ id }) => (Object.hasOwn(settings, id) ? settings[id] : undefined);
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function field(value: unknown, name: string): unknown {
  return isTable(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
