/** What a Python text binds its names to, told from its lines, before it is parsed: rather too much than too little. */
import type { BoundName, ImportedName } from "./define.ts";

const name = String.raw`[\p{L}_][\p{L}\p{N}_]*`;

const fromImport = String.raw`from[ \t]+(?<module>\.*[\p{L}\p{N}_.]*)[ \t]+import[ \t]*(?<members>\([^)]*\)|[^\r\n#]*(?:\\\r?\n[^\r\n#]*)*)`;
const fromImports = new RegExp(String.raw`^[ \t]*${fromImport}`, "gmu");
const statements = new RegExp(
  [
    fromImport,
    String.raw`import[ \t]+(?<modules>[^\r\n#]*)`,
    String.raw`class[ \t]+(?<defined>${name})`,
    String.raw`(?<assigned>${name})[ \t]*(?::[^=\r\n]*)?=(?!=)[ \t]*(?<value>[^\r\n]*)`,
  ]
    .map((statement, index) => (index === 0 ? String.raw`^[ \t]*(?:${statement}` : statement))
    .join("|") + ")",
  "gmu",
);

const imported = new RegExp(
  String.raw`(?:^|[,(])[\s\\]*(?<name>[\p{L}_][\p{L}\p{N}_.]*)(?:[ \t]+as[ \t]+(?<alias>${name}))?`,
  "gu",
);
const chained = new RegExp(String.raw`^(?<assigned>${name})[ \t]*=(?!=)[ \t]*(?<value>.*)`, "u");

/** Every name that is imported from a module; `*` for all. */
export function importedNames(text: string): ImportedName[] {
  if (!text.includes("from")) return [];
  return [...text.matchAll(fromImports)].flatMap(({ groups: { module = "", members = "" } = {} }) =>
    (members.startsWith("*") ? [{ name: "*", alias: undefined }] : namesIn(members)).map(
      ({ name, alias }) => ({ name: alias ?? name, qualified: qualified(module, name) }),
    ),
  );
}

export function boundNames(text: string): Map<string, BoundName> {
  const found = new Map<string, BoundName>();
  const add = (name: string, binding: Partial<BoundName>) => {
    const { imports, values, isClass } = found.get(name) ?? nothing;
    found.set(name, {
      imports: [...imports, ...(binding.imports ?? [])],
      values: [...values, ...(binding.values ?? [])],
      isClass: isClass || binding.isClass === true,
    });
  };
  for (const { groups = {} } of text.matchAll(statements)) {
    const { module, members, modules, defined } = groups;
    if (defined !== undefined) add(defined, { isClass: true });
    else if (members !== undefined && module !== undefined) {
      if (members.startsWith("*")) add("*", { imports: [qualified(module, "*")] });
      for (const { name, alias } of namesIn(members))
        add(alias ?? name, { imports: [qualified(module, name)] });
    } else if (modules !== undefined) {
      for (const { name, alias } of namesIn(modules))
        add(alias ?? name.replace(/\..*/, ""), { imports: [alias ? name : name.replace(/\..*/, "")] });
    } else {
      let { assigned, value = "" } = groups;
      while (assigned !== undefined) {
        add(assigned, { values: [value] });
        ({ assigned, value = "" } = chained.exec(value)?.groups ?? {});
      }
    }
  }
  return found;
}

const nothing: BoundName = { imports: [], values: [], isClass: false };

interface Named {
  readonly name: string;
  readonly alias: string | undefined;
}

function namesIn(list: string): Named[] {
  return [...list.matchAll(imported)].map(({ groups }) => ({
    name: groups?.["name"] ?? "",
    alias: groups?.["alias"],
  }));
}

function qualified(module: string, name: string): string {
  return module + (module.endsWith(".") ? "" : ".") + name;
}
