/** A scope's outline while it is being read. */
import type { Range } from "../range.ts";
import type {
  Alias,
  AttributeAssignment,
  Binding,
  BindingSource,
  Block,
  Child,
  ImportBinding,
  Reference,
  Scope,
  ScopeKind,
  StarImport,
} from "./outline.ts";

/** A name and where it stands in the text. */
export interface NameInText extends Range {
  readonly name: string;
}

export class ScopeBuilder implements Scope {
  readonly kind: ScopeKind;
  /** Position in the text that this scope's positions count from. */
  readonly base: number;
  readonly bindings = new Map<string, Binding[]>();
  readonly imports: ImportBinding[] = [];
  readonly aliases: Alias[] = [];
  readonly stars: StarImport[] = [];
  readonly references: Reference[] = [];
  readonly attributes: AttributeAssignment[] = [];
  readonly children: Child[] = [];
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();
  firstParameter?: string;
  readonly bases: string[] = [];
  classElsewhere?: string;
  structName?: string;
  readonly parent: ScopeBuilder | undefined;
  /** The suite being read. */
  block: Block = { isLoop: false };

  constructor(kind: ScopeKind, base: number, parent?: ScopeBuilder) {
    this.kind = kind;
    this.base = base;
    this.parent = parent;
  }

  range(start: number, end: number): Range {
    return { start: start - this.base, end: end - this.base };
  }

  /**
   * @param at position in the text from which on it is in effect
   * @param origins what its value may be, or be got from
   */
  bind(
    { name, start, end }: NameInText,
    at: number,
    source: BindingSource,
    origins: readonly Omit<Alias, "name">[] = [],
  ): void {
    const range = this.range(start, end);
    this.#add({ name, at: at - this.base, range, block: this.#bound, source });
    for (const origin of origins) this.aliases.push({ name, ...origin });
  }

  bindImport({ name, start, end }: NameInText, at: number, source: ImportBinding["source"]): void {
    const range = this.range(start, end);
    const binding = { name, at: at - this.base, range, block: this.#bound, source };
    this.#add(binding);
    this.imports.push(binding);
  }

  /** The block that a name is bound in. */
  get #bound(): Block {
    const { isCondition, parent } = this.block;
    return isCondition && parent ? parent : this.block;
  }

  #add(binding: Binding): void {
    const list = this.bindings.get(binding.name);
    if (!list) this.bindings.set(binding.name, [binding]);
    else insert(list, binding);
  }

  refer(root: string, path: string, start: number, end: number): void {
    this.references.push({ root, path, range: this.range(start, end), block: this.block });
  }

  adopt(scope: Scope, offset: number, at: number): void {
    this.children.push({ scope, offset, at: at - this.base, block: this.block });
  }

  /** Reads a suite as a block of its own. @param block undefined: it is none */
  within(block: Partial<Omit<Block, "parent">> | undefined, read: () => void): void {
    const outer = this.block;
    if (!block) {
      read();
      return;
    }
    this.block = { isLoop: false, ...block, parent: outer };
    if (block.branching && !block.isCondition) block.branching.arms++;
    read();
    this.block = outer;
  }
}

/** A walrus takes effect before the statement around it, so it may come later and belong earlier. */
function insert(list: Binding[], binding: Binding): void {
  let index = list.length;
  while (index > 0 && list[index - 1]!.at > binding.at) index--;
  list.splice(index, 0, binding);
}
