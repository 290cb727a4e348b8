/** The differences between frameworks for one function, as a Markdown document. Pure. */
import { numberText } from "../../engine/curve/number-text.ts";
import { type DifferenceRow, type Differences, differencesOf } from "../../engine/frameworks/differences.ts";
import { type FrameworkId, frameworkById } from "../../engine/frameworks/index.ts";
import { leftHandSide } from "../../engine/functions/formula-text.ts";
import { type FunctionId, functionById } from "../../engine/functions/index.ts";

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
    `# ${escaped(fn.name)} across frameworks`,
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
      ? "No framework has a default: every call says its parameters."
      : "Called with nothing but its input, it computes the same in every framework.";
  }
  const rows = groups.map(({ function: id, values, places }) => [
    escaped(
      [functionById(id).name, ...Object.entries(values).map(([name, value]) => `${name} ${value}`)].join(
        ", ",
      ),
    ),
    escaped(places.join(", ")),
  ]);
  return section("What a call computes by default", ["default", "where"], rows);
}

function kinks({ kinks: groups }: Differences): string {
  if (groups.length === 0) return "";
  const sides = { left: "that of the left side", right: "that of the right side", neither: "neither side's" };
  const rows = groups.map(({ x, side, frameworks }) => [
    numberText(x),
    sides[side],
    escaped(frameworks.map((id) => frameworkById(id).name).join(", ")),
  ]);
  return section("Derivative at a kink", ["x", "f′(x)", "where"], rows);
}

function table(rows: readonly DifferenceRow[], here?: WrittenHere): string {
  const cells = rows.map((row) => {
    const isHere = row.framework === here?.framework && row.names.includes(here.name);
    const { otherwise, note } = row;
    const remarks = [
      ...(otherwise === undefined ? [] : [`${functionById(otherwise).name} by default.`]),
      ...(note === undefined ? [] : [note]),
    ];
    return [
      `${isHere ? "▸ " : ""}${escaped(frameworkById(row.framework).name)}`,
      row.names.map(code).join(", "),
      row.parameters.map(code).join(", "),
      row.kinks.map(({ x, derivative }) => `f′(${numberText(x)})=${numberText(derivative)}`).join(", "),
      escaped(remarks.join(" ")),
    ];
  });
  const marked = here ? "\n\n▸ what the code at the cursor writes" : "";
  const heading = ["framework", "written", "parameters that decide", "at kinks", "note"];
  return section("Every way to write it", heading, cells) + marked;
}

/** Facts without a version would be hearsay. */
function versions(rows: readonly DifferenceRow[]): string {
  const ids = [...new Set(rows.map(({ framework }) => framework))];
  const read = ids.map((id) => {
    const { name, version } = frameworkById(id);
    return `${name} ${version}`;
  });
  return escaped(`Read from: ${read.join(", ")}.`);
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
