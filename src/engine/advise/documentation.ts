/** The page of a rule, made from what the rule says of itself. */
import type { Rule } from "./rules/define.ts";

const named = { error: "Error", warning: "Warning", information: "Information", hint: "Hint" } as const;

/** Markdown, its headings below a page's title. */
export function explanationOf({ doc }: Rule, language = "python"): string {
  const code = (text: string) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
  return `${doc.what}

## Why

${doc.why}

${doc.harm}

## Instead of

${code(doc.bad)}

## Write

${code(doc.good)}

## Limits

${doc.limits}

## Sources

${doc.sources.map((source) => `- ${source.startsWith("https://") ? `<${source}>` : source}`).join("\n")}
`;
}

export function pageOf(rule: Rule): string {
  return `# ${rule.id}

${named[rule.severity]}: ${rule.title}.

${explanationOf(rule)}
## Settings

In the editor \`"activationLens.rules": { "${rule.id}": "off" }\`, or another severity; in \`pyproject.toml\`

\`\`\`toml
[tool.activation-lens.rules]
${rule.id} = "off"
\`\`\`

On one line of code \`# activation-lens: ignore[${rule.id}]\`, in a whole file \`# activation-lens: ignore-file[${rule.id}]\`.
`;
}

/** A table of all rules, each with a link to its page beside. */
export function listOf(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, severity, title }) => `| [${id}](${id}.md) | ${named[severity]} | ${title} |`,
  );
  return `# Rules

| rule | severity | the mistake |
| --- | --- | --- |
${rows.join("\n")}
`;
}
