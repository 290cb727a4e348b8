/** Findings in SARIF 2.1.0, as code scanning services take them. */
import type { Log, PhysicalLocation, Region as SarifRegion, Result } from "sarif";
import { explanationOf } from "../engine/advise/documentation.ts";
import type { Rule, Severity } from "../engine/advise/rules/define.ts";
import type { FindingRecord, Region } from "./findings.ts";

const levels = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
} as const satisfies Record<Severity, Result.level>;

export function sarifLog(findings: readonly FindingRecord[], rules: readonly Rule[], version: string): Log {
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Activation Lens",
            version,
            semanticVersion: version,
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: { text: `${rule.title}.` },
              fullDescription: { text: rule.doc.what },
              help: { text: `${rule.doc.what}\n\n${rule.doc.why}`, markdown: explanationOf(rule) },
              defaultConfiguration: { level: levels[rule.severity] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => resultOf(finding, rules)),
      },
    ],
  };
}

function resultOf(finding: FindingRecord, rules: readonly Rule[]): Result {
  const { path, cell, rule, severity, message, related = [], fix } = finding;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(path, cell, finding)],
    ...(related.length > 0
      ? {
          relatedLocations: related.map(({ cell: own, message: text, ...region }, index) => ({
            id: index + 1,
            ...locationOf(path, own, region),
            message: { text },
          })),
        }
      : {}),
    // A notebook is JSON: its cells' lines are not its own.
    ...(fix && cell === null
      ? {
          fixes: [
            {
              description: { text: fix.title },
              artifactChanges: [
                {
                  artifactLocation: { uri: uriOf(path) },
                  replacements: fix.edits.map(({ text, ...region }) => ({
                    deletedRegion: regionOf(region),
                    insertedContent: { text },
                  })),
                },
              ],
            },
          ],
        }
      : {}),
  };
}

function locationOf(path: string, cell: number | null, region: Region) {
  const artifactLocation: PhysicalLocation["artifactLocation"] = { uri: uriOf(path) };
  if (cell === null) return { physicalLocation: { artifactLocation, region: regionOf(region) } };
  const { line, col } = region;
  return {
    physicalLocation: { artifactLocation },
    logicalLocations: [{ name: `cell ${cell}, line ${line}`, kind: "member" }],
    properties: { cell, line, col },
  };
}

/** Columns from 1, the end exclusive. */
function regionOf({ line, col, end_line: endLine, end_col: endCol }: Region): SarifRegion {
  return { startLine: line, startColumn: col + 1, endLine, endColumn: endCol + 1 };
}

function uriOf(path: string): string {
  return path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
