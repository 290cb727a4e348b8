/** Every setting once: its key, type, default and text. `contributes.configuration` and the typed reader derive from it. */
import type { ConfigurationTarget, WorkspaceConfiguration } from "vscode";
import { usuallyExcluded } from "../engine/advise/levels.ts";

interface SettingOf<T> {
  readonly default: T;
  /** Markdown shown in the settings editor. */
  readonly description: string;
  /** JSON schema of the value, apart from default and description. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Reads what a settings file holds, which can be anything. */
  readonly read: (value: unknown) => T | undefined;
}

function flag(initial: boolean, description: string): SettingOf<boolean> {
  return {
    default: initial,
    description,
    schema: { type: "boolean" },
    read: (value) => (typeof value === "boolean" ? value : undefined),
  };
}

function choice<T extends string>(
  initial: NoInfer<T>,
  description: string,
  options: Readonly<Record<T, string>>,
): SettingOf<T> {
  const names = Object.keys(options) as T[];
  return {
    default: initial,
    description,
    schema: { type: "string", enum: names, markdownEnumDescriptions: Object.values(options) },
    read: (value) => names.find((name) => name === value),
  };
}

const digits: SettingOf<number | "full"> = {
  default: 6,
  description:
    "Significant digits of a transform's inexact results; exact results print shortest. `full` is the shortest text that reads back as the same 64-bit number.",
  schema: { anyOf: [{ type: "integer", minimum: 1, maximum: 17 }, { const: "full" }] },
  read: (value) => {
    if (value === "full") return value;
    return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 17
      ? value
      : undefined;
  },
};

const rules: SettingOf<Readonly<Record<string, unknown>>> = {
  default: {},
  description:
    "Rules whose severity is another than their own: `error`, `warning`, `information`, `hint`, or `off`. They overrule `[tool.activation-lens.rules]` in `pyproject.toml`.",
  // Which rules there are, the manifest adds: their list is not for the start of the extension.
  schema: { type: "object" },
  read: (value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined,
};

const excluded: SettingOf<readonly string[]> = {
  default: usuallyExcluded,
  description:
    "Files without diagnostics, as a `.gitignore` would name them from the workspace folder: tests and documentation make mistakes on purpose. `exclude` in `pyproject.toml` takes its place.",
  schema: { type: "array", items: { type: "string" } },
  read: (value) =>
    Array.isArray(value) && value.every((entry) => typeof entry === "string") ? value : undefined,
};

export const settings = {
  "hover.detail": choice("compact", "How much a hover on an activation function shows.", {
    off: "No hovers.",
    compact: "Curve, formula, values and one remark; the rest is behind *Details*.",
    full: "The same with the details shown at once.",
  }),
  "hover.curve": flag(true, "Draw the curve in hovers. Without it the hover is text only."),
  "diagnostics.level": choice("recommended", "Which mistakes with activation functions are shown.", {
    off: "None.",
    errors: "Only what makes the program raise.",
    recommended: "All but hints.",
    all: "Hints on style and speed as well.",
  }),
  rules,
  "diagnostics.exclude": excluded,
  "inlayHints.defaults": flag(
    false,
    "Show in the code which defaults a call takes that decide what it computes: `negative_slope=0.01`, `approximate='none'`.",
  ),
  "lab.followCursor": flag(false, "The lab follows the function under the cursor."),
  "lab.column": choice("beside", "Where the lab opens.", {
    beside: "Beside the active editor.",
    active: "In the active editor's group.",
  }),
  "transform.digits": digits,
  "transform.result": choice("ask", "What happens with a transform's result.", {
    ask: "Ask, with a preview.",
    replace: "Replace the selection.",
    insert: "Insert below the selection.",
    copy: "Copy to the clipboard.",
  }),
} as const;

export type SettingKey = keyof typeof settings;
export type SettingValue<K extends SettingKey> = (typeof settings)[K]["default"];

export const settingsPrefix = "activationLens";

export interface Settings {
  /** The setting's value; its default where the user's value is not one of the allowed ones. */
  get<K extends SettingKey>(key: K): SettingValue<K>;
  set<K extends SettingKey>(key: K, value: SettingValue<K>, target: ConfigurationTarget): Thenable<void>;
}

/** @param section returns the `activationLens` section as it is now. */
export function readSettings(section: () => Pick<WorkspaceConfiguration, "get" | "update">): Settings {
  return {
    get(key) {
      const setting = settings[key] as SettingOf<SettingValue<typeof key>>;
      return setting.read(section().get(key)) ?? setting.default;
    },
    set: (key, value, target) => section().update(key, value, target),
  };
}
