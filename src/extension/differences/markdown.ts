/** The differences between frameworks for one function, as a Markdown document. Pure. */
import { numberText } from "../../engine/curve/number-text.ts";
import { type DifferenceRow, type Differences, differencesOf } from "../../engine/frameworks/differences.ts";
import { type FrameworkId, frameworkById } from "../../engine/frameworks/index.ts";
import { leftHandSide } from "../../engine/functions/formula-text.ts";
import { type FunctionId, functionById } from "../../engine/functions/index.ts";
import { l10n } from "../l10n.ts";

/** What the code at the cursor writes. */
export interface WrittenHere {
  readonly framework: FrameworkId;
  /** The spelling's name, a string with its quotes. */
  readonly name: string;
}

export function differencesMarkdown(id: FunctionId, here?: WrittenHere): string {
  const differences = differencesOf(id);
  const fn = functionById(id);
  const names = Object.fromEntries(Object.keys(fn.params).map((name) => [name, name]));
  return [
    `# ${escaped(l10n.t("{0} across frameworks", fn.name))}`,
    code(`${leftHandSide(fn)} = ${fn.formula.text(names)}`),
    defaults(differences),
    kinks(differences),
    table(differences.rows, here),
    versions(differences.rows),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function defaults({ defaults: groups }: Differences): string {
  if (groups.length < 2) {
    return groups.length === 0
      ? l10n.t("No framework has a default: every call says its parameters.")
      : l10n.t("Called with nothing but its input, it computes the same in every framework.");
  }
  const rows = groups.map(({ function: id, values, places }) => [
    escaped(
      [functionById(id).name, ...Object.entries(values).map(([name, value]) => `${name} ${value}`)].join(
        ", ",
      ),
    ),
    escaped(places.join(", ")),
  ]);
  return section(l10n.t("What a call computes by default"), [l10n.t("default"), l10n.t("where")], rows);
}

function kinks({ kinks: groups }: Differences): string {
  if (groups.length === 0) return "";
  const sides = {
    left: l10n.t("that of the left side"),
    right: l10n.t("that of the right side"),
    neither: l10n.t("neither side's"),
  };
  const rows = groups.map(({ x, side, frameworks }) => [
    numberText(x),
    sides[side],
    escaped(frameworks.map((id) => frameworkById(id).name).join(", ")),
  ]);
  return section(l10n.t("Derivative at a kink"), ["x", "f′(x)", l10n.t("where")], rows);
}

function table(rows: readonly DifferenceRow[], here?: WrittenHere): string {
  const cells = rows.map((row) => {
    const isHere = row.framework === here?.framework && row.names.includes(here.name);
    const { otherwise, note } = row;
    const remarks = [
      ...(otherwise === undefined ? [] : [l10n.t("{0} by default.", functionById(otherwise).name)]),
      ...(note === undefined ? [] : [l10n.told(note)]),
    ];
    return [
      `${isHere ? "▸ " : ""}${escaped(frameworkById(row.framework).name)}`,
      row.names.map(code).join(", "),
      row.parameters.map(code).join(", "),
      row.kinks.map(({ x, derivative }) => `f′(${numberText(x)})=${numberText(derivative)}`).join(", "),
      escaped(remarks.join(" ")),
    ];
  });
  const marked = here ? `\n\n▸ ${l10n.t("what the code at the cursor writes")}` : "";
  const heading = [
    l10n.t("framework"),
    l10n.t("written"),
    l10n.t("parameters that decide"),
    l10n.t("at kinks"),
    l10n.t("note"),
  ];
  return section(l10n.t("Every way to write it"), heading, cells) + marked;
}

/** Facts without a version would be hearsay. */
function versions(rows: readonly DifferenceRow[]): string {
  const ids = [...new Set(rows.map(({ framework }) => framework))];
  const read = ids.map((id) => {
    const { name, version } = frameworkById(id);
    return `${name} ${version}`;
  });
  return escaped(l10n.t("Read from: {0}.", read.join(", ")));
}

function section(title: string, heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [`## ${title}`, "", line(heading), line(heading.map(() => "---")), ...rows.map(line)].join("\n");
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");
}

function code(text: string): string {
  return `\`${text.replaceAll("|", "\\|")}\``;
}
