/** Which names and attributes a stretch of code may bind, without running it. */
import { suitesOf } from "../../syntax/program-parts.ts";
import type { FunctionStatement, Node, Statement } from "../../syntax/program.ts";

export interface BoundNames {
  readonly names: ReadonlySet<string>;
  /** Of `self.x = …`: by the name before the dot. */
  readonly attributes: readonly (readonly [root: string, name: string])[];
  /** By `x += …` alone. */
  readonly updated: ReadonlySet<string>;
  /** `names` and `updated`: of a function what is its own. */
  readonly own: ReadonlySet<string>;
}

const known = new WeakMap<readonly Statement[], BoundNames>();

export function boundNames(statements: readonly Statement[]): BoundNames {
  let found = known.get(statements);
  if (!found) {
    const collector = new Collector();
    collector.readAll(statements);
    known.set(statements, (found = collector));
  }
  return found;
}

/** Attributes of its first parameter that a method assigns. */
export function ownAttributes({ parameters, body }: FunctionStatement): readonly string[] {
  const self = parameters[0]?.name;
  return boundNames(body)
    .attributes.filter(([root]) => root === self)
    .map(([, name]) => name);
}

class Collector implements BoundNames {
  readonly names = new Set<string>();
  readonly attributes: [string, string][] = [];
  readonly updated = new Set<string>();
  #own: ReadonlySet<string> | undefined;

  get own(): ReadonlySet<string> {
    return (this.#own ??= this.updated.size === 0 ? this.names : new Set([...this.names, ...this.updated]));
  }

  readAll(statements: readonly Statement[]): void {
    for (const statement of statements) {
      this.#read(statement);
      // What a definition binds inside is its own.
      if (statement.kind === "function" || statement.kind === "class") continue;
      for (const suite of suitesOf(statement)) this.readAll(suite);
    }
  }

  #read(statement: Statement): void {
    switch (statement.kind) {
      case "import":
        for (const { name } of statement.names) this.names.add(name);
        break;
      case "assign":
        if (statement.value) this.#bindAll(statement.targets);
        break;
      case "update":
        if (statement.target.kind === "name") this.updated.add(statement.target.name);
        else this.#bind(statement.target);
        break;
      case "loop":
        this.#bindAll(statement.targets);
        break;
      case "with":
        this.#bindAll(statement.items.flatMap(({ target }) => target ?? []));
        break;
      case "function":
      case "class":
        this.names.add(statement.name);
        break;
      case "delete":
        for (const name of statement.names) this.names.add(name);
        break;
      case "if":
      case "try":
      case "match":
      case "expression":
      case "return":
      case "outer":
      case "leave":
      case "other":
        break;
    }
  }

  #bindAll(targets: readonly Node[]): void {
    for (const target of targets) this.#bind(target);
  }

  #bind(target: Node): void {
    if (target.kind === "name") this.names.add(target.name);
    else if (target.kind === "tuple" || target.kind === "list") this.#bindAll(target.items);
    else if (target.kind === "spread") this.#bind(target.value);
    else if (target.kind === "member" && target.object.kind === "name")
      this.attributes.push([target.object.name, target.member]);
  }
}
