/** Which names and attributes a stretch of code may bind, without running it. */
import type { FunctionStatement, Node, Statement } from "../../syntax/program.ts";

export interface BoundNames {
  readonly names: ReadonlySet<string>;
  /** Of `self.x = …`: by the name before the dot. */
  readonly attributes: readonly (readonly [root: string, name: string])[];
  /** By `x += …` alone. */
  readonly updated: ReadonlySet<string>;
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

  readAll(statements: readonly Statement[]): void {
    for (const statement of statements) this.#read(statement);
  }

  #read(statement: Statement): void {
    switch (statement.kind) {
      case "import":
        for (const { name } of statement.names) this.names.add(name);
        break;
      case "assign":
        if (statement.value)
          statement.targets.forEach((target) => {
            this.#bind(target);
          });
        break;
      case "update":
        if (statement.target.kind === "name") this.updated.add(statement.target.name);
        else this.#bind(statement.target);
        break;
      case "if":
        for (const { body } of statement.arms) this.readAll(body);
        break;
      case "loop":
        statement.targets.forEach((target) => {
          this.#bind(target);
        });
        this.readAll(statement.body);
        this.readAll(statement.otherwise);
        break;
      case "with":
        for (const { target } of statement.items) if (target) this.#bind(target);
        this.readAll(statement.body);
        break;
      case "try":
        this.readAll(statement.body);
        statement.handlers.forEach((handler) => {
          this.readAll(handler);
        });
        this.readAll(statement.finally);
        break;
      case "match":
        statement.cases.forEach((body) => {
          this.readAll(body);
        });
        break;
      case "function":
      case "class":
        this.names.add(statement.name);
        break;
      case "delete":
        for (const name of statement.names) this.names.add(name);
        break;
      case "expression":
      case "return":
      case "outer":
      case "leave":
      case "other":
        break;
    }
  }

  #bind(target: Node): void {
    if (target.kind === "name") this.names.add(target.name);
    else if (target.kind === "tuple" || target.kind === "list")
      target.items.forEach((item) => {
        this.#bind(item);
      });
    else if (target.kind === "spread") this.#bind(target.value);
    else if (target.kind === "member" && target.object.kind === "name")
      this.attributes.push([target.object.name, target.member]);
  }
}
