/** What a value holds: an activation that was made, or a function: `act = nn.ReLU()`, `self.act = ACT2FN["gelu"]`. */
import type { Range } from "../range.ts";
import type { Literal } from "../frameworks/define.ts";
import { type FrameworkSlot, slotsOf, stringSpelling } from "../frameworks/lookup.ts";
import type { Call, Expression, ItemExpression } from "../syntax/expression.ts";
import { type Parametrised, argumentFor, parametrise } from "./arguments.ts";
import { type Context, expressionIn, rangeIn } from "./context.ts";
import { customs } from "./customs.ts";
import { type Match, matchOf } from "./match.ts";
import { type Meaning, type QualifiedMeaning, isOfFramework } from "./names.ts";
import { isWrapper } from "./partials.ts";
import { type Part, type Place, type PlacedBinding, type ScopeView, lookUp } from "./scopes.ts";

export interface Held {
  readonly match: Match;
  /** Of what was made: with which parameters. A function takes them when it is called. */
  readonly made: Parametrised | undefined;
  /** It makes the activation when it is called. */
  readonly isClass: boolean;
}

/** What one value says: undefined where it is not understood. */
export type Finding = Held | undefined;

/** Where values that are names of values are no longer followed. */
const deepest = 8;

/** What `self.act` holds in a method; undefined where the name before the dot is no instance. */
export type HeldByAttribute = (view: ScopeView, root: string, name: string) => Finding;

export class Values {
  readonly #context: Context;
  readonly #heldByAttribute: HeldByAttribute;

  constructor(context: Context, heldByAttribute: HeldByAttribute) {
    this.#context = context;
    this.#heldByAttribute = heldByAttribute;
  }

  /** @returns a finding for each value it may have; none where it has none yet */
  heldIn(part: Part, range: Range, place: Place, depth = 0): Finding[] {
    const expression = expressionIn(part, range);
    return expression ? this.heldAs(expression, place, depth) : [undefined];
  }

  /** What a variable holds; of a parameter its default, but a caller may pass anything. */
  heldBy(placed: PlacedBinding, depth = 0): Finding[] {
    const { binding, part, place } = placed;
    const { source } = binding;
    if (source.kind === "parameter") {
      if (!source.value) return [undefined];
      return [...this.heldIn(part, rangeIn(part, source.value), place, depth + 1).map(asLikely), undefined];
    }
    if (source.kind === "import") {
      const meanings = this.#context.names.meaningsAmong({ bindings: [placed], isComplete: true });
      const match = this.#activation(meanings);
      if (match) return [this.#named(match, place)];
      return [...(this.#elsewhere(meanings, (name) => this.#context.exports.heldBy(name)) ?? [undefined])];
    }
    if (source.kind !== "assignment") return [undefined];
    // What a variable of the module was made with is more than the meaning of its name.
    if (!place.view.outside) this.#context.isRepeatable = false;
    if (source.member !== undefined) {
      const match = this.#activation(
        this.#context.names.meaningsAmong({ bindings: [placed], isComplete: true }),
      );
      return [match && this.#named(match, place)];
    }
    return this.heldIn(part, rangeIn(part, source.value), place, depth + 1);
  }

  heldAs(expression: Expression, place: Place, depth = 0): Finding[] {
    if (depth > deepest) return [undefined];
    switch (expression.kind) {
      case "none":
        // Not set yet: it is not called like that.
        return [];
      case "choice": {
        const findings = expression.options.flatMap((option) => this.heldAs(option, place, depth + 1));
        // Where it may as well be nothing, so may what calls it be something else.
        return expression.options.some(({ kind }) => kind === "none") ? findings.map(asLikely) : findings;
      }
      case "call":
        return this.#heldByCall(expression, place, depth);
      case "item":
        return this.#heldByItem(expression, place, depth);
      case "name":
      case "member":
        return this.#heldByName(expression, place, depth);
      case "string":
      case "number":
      case "boolean":
      case "unary":
      case "binary":
      case "table":
      case "other":
        return [undefined];
    }
  }

  /** What another file of the project says of the one name of it that is meant. */
  #elsewhere<T>([only, ...others]: readonly Meaning[], ask: (name: string) => T): T | undefined {
    if (only?.kind !== "qualified" || others.length > 0 || isOfFramework(only.name)) return undefined;
    if (!this.#context.exports.isAny) return undefined;
    this.#context.isRepeatable = false;
    return ask(only.name);
  }

  /** `ACT2FN["gelu"]`, and `acts["relu"]` of a table in the code. */
  #heldByItem({ object, key }: ItemExpression, place: Place, depth: number): Finding[] {
    const value = key && this.#context.folder(place)(key);
    const held = this.heldUnder(object, value, place, depth);
    return held ? [...held] : this.#lookedUp(object, place, ({ slot }) => (slot.isIndexed ? key : undefined));
  }

  /** What a table has under a key; undefined: where it is none. */
  heldUnder(
    object: Expression,
    key: Literal | undefined,
    place: Place,
    depth = 0,
  ): readonly Finding[] | undefined {
    const table = this.#tableOf(object, place, depth);
    if (!table) {
      const meanings = this.#context.names.meaningsOfExpression(object, place);
      return this.#elsewhere(meanings, (name) => this.#context.exports.heldUnder(name, key));
    }
    const { entries, isClosed } = table.expression;
    const fold = this.#context.folder(table.place);
    const isKnown = key !== undefined && isClosed;
    // A later entry of the same key counts.
    const meant = entries.filter((entry) => key === undefined || fold(entry.key) === key);
    const among = isKnown ? meant.slice(-1) : meant;
    if (among.length === 0) return [undefined];
    const findings = among.flatMap(({ value }) => this.heldAs(value, table.place, depth + 1));
    return isKnown ? findings : findings.map(asLikely);
  }

  /** A dictionary that is written out, by the one name it is bound to. */
  #tableOf(
    expression: Expression,
    place: Place,
    depth: number,
  ): { readonly expression: Extract<Expression, { kind: "table" }>; readonly place: Place } | undefined {
    if (expression.kind === "table") return { expression, place };
    if (expression.kind !== "name" || depth > deepest) return undefined;
    const [only, ...others] = lookUp(expression.name, place).bindings;
    if (only?.binding.source.kind !== "assignment" || others.length > 0) return undefined;
    if (!only.place.view.outside) this.#context.isRepeatable = false;
    const value = expressionIn(only.part, rangeIn(only.part, only.binding.source.value));
    return value && this.#tableOf(value, only.place, depth + 1);
  }

  /** General arithmetic under a name of one's own is no activation. */
  #activation(meanings: readonly Meaning[], call?: Call): Match | undefined {
    const found = matchOf({ path: "" }, meanings);
    const match = found && this.#context.inVersion(found, call);
    return match?.spelling.isArithmetic ? undefined : match;
  }

  /** What an activation's name stands for. */
  #named(match: Match, place: Place): Held {
    const isModule = match.spelling.form === "module";
    if (!isModule || !customs[this.#context.language].areMadeByName)
      return { match, made: undefined, isClass: isModule };
    return {
      match,
      made: parametrise(match.spelling, undefined, this.#context.folder(place)),
      isClass: false,
    };
  }

  #heldByName(
    expression: Extract<Expression, { kind: "name" | "member" }>,
    place: Place,
    depth: number,
  ): Finding[] {
    const match = this.#activation(this.#context.names.meaningsOfExpression(expression, place));
    if (match) return [this.#named(match, place)];
    if (expression.kind === "member") {
      const { object, member } = expression;
      return [object.kind === "name" ? this.#heldByAttribute(place.view, object.name, member) : undefined];
    }
    const { bindings } = lookUp(expression.name, place);
    if (bindings.length === 0) return [undefined];
    return bindings.flatMap((binding) => this.heldBy(binding, depth));
  }

  #heldByCall(expression: Extract<Expression, { kind: "call" }>, place: Place, depth: number): Finding[] {
    const { callee, call } = expression;
    const { names } = this.#context;
    const fold = this.#context.folder(place);
    // `partial(F.leaky_relu, negative_slope=0.2)`
    const partial = this.#activation(names.meaningsOfExpression(expression, place));
    if (partial) return [this.#named(partial, place)];
    const match =
      this.#activation(names.meaningsOfExpression(callee, place), call) ?? this.#maker(callee, place, call);
    if (match?.spelling.form === "module") {
      const applied = { arguments: call.arguments, given: match.given };
      return [{ match, made: parametrise(match.spelling, applied, fold), isClass: false }];
    }
    const same = this.#sameAs(expression, place);
    if (same) {
      const findings = this.heldAs(same, place, depth + 1);
      // What is no module has none of a module's methods.
      const isObject = callee.kind === "member" && same === callee.object;
      return isObject ? findings.map((held) => (held?.made ? held : undefined)) : findings;
    }
    const found = this.#lookedUp(callee, place, ({ slot }) =>
      slot.isIndexed ? undefined : argumentFor(call, slot.argument, slot.position),
    );
    if (found.some((held) => held)) return found;
    return this.heldAs(callee, place, depth + 1).map((held) =>
      held?.isClass
        ? { ...held, made: held.made ?? this.#made(held, call, place), isClass: false }
        : undefined,
    );
  }

  /** What a call gives back as it was: `act` of `act.to(device)` and of `torch.jit.script(act)`. */
  #sameAs({ callee, call }: Extract<Expression, { kind: "call" }>, place: Place): Expression | undefined {
    const { keeping } = customs[this.#context.language];
    if (callee.kind === "member" && keeping.includes(callee.member)) return callee.object;
    const [argument] = call.arguments;
    if (argument?.kind !== "positional") return undefined;
    if (callee.kind === "name" && callee.name === "staticmethod") return argument.value;
    const [only, ...others] = this.#context.names.meaningsOfExpression(callee, place);
    const isSame = only?.kind === "qualified" && others.length === 0 && isWrapper(only.name);
    return isSame ? argument.value : undefined;
  }

  /** `Relu` of `Relu::new()` */
  #maker(callee: Expression, place: Place, call: Call): Match | undefined {
    const { making } = customs[this.#context.language];
    if (callee.kind !== "member" || !making.includes(callee.member)) return undefined;
    return this.#activation(this.#context.names.meaningsOfExpression(callee.object, place), call);
  }

  #givenBack(meaning: QualifiedMeaning, place: Place): Finding {
    const match = this.#activation([meaning]);
    if (!match) return undefined;
    const isClass = match.spelling.form === "module";
    const applied = match.given && { arguments: [], given: match.given };
    const made = parametrise(match.spelling, applied, this.#context.folder(place));
    return { match, made: isClass ? undefined : made, isClass };
  }

  #made({ match }: Held, { arguments: list }: Call, place: Place): Parametrised {
    const applied = { arguments: list, given: match.given };
    return parametrise(match.spelling, applied, this.#context.folder(place));
  }

  /** `get_activation("swish")`, `ACT2FN["gelu"]`, also where the key is a name with a default. */
  #lookedUp(
    owner: Expression,
    place: Place,
    keyOf: (slot: FrameworkSlot) => Expression | undefined,
  ): Finding[] {
    const { names } = this.#context;
    const found = names.meaningsOfExpression(owner, place).flatMap((meaning) => {
      if (meaning.kind !== "qualified") return [];
      return slotsOf(meaning.name).flatMap((slot): Finding[] => {
        const { gives } = slot.slot;
        const key = gives && keyOf(slot);
        if (!key) return [];
        return names.valuesOf(key, place).map((value) => {
          // `Activation(tf.nn.relu)`: it takes the function itself, too.
          if (value.kind === "qualified") return this.#givenBack(value, place);
          if (value.kind !== "constant" || typeof value.value !== "string") return undefined;
          const spelling = stringSpelling(slot, value.value, this.#context.versionOf(slot.framework));
          if (!spelling) return undefined;
          const isCertain = meaning.isCertain && value.isCertain;
          const { framework } = slot;
          const match = { framework, spelling, further: 0, isCertain, isAssumed: false };
          const made = parametrise(spelling, undefined, this.#context.folder(place));
          return { match, made, isClass: gives === "class" };
        });
      });
    });
    return found.length > 0 ? found : [undefined];
  }
}

export function asLikely(held: Finding): Finding {
  return held && { ...held, match: { ...held.match, isCertain: false } };
}

/** All that are understood must agree; one that is not leaves the others likely. */
export function agreed(findings: readonly Finding[]): Finding {
  const found = findings.filter((held) => held !== undefined);
  const [first] = found;
  if (!first || found.some((held) => !isSame(held, first))) return undefined;
  const isCertain = found.length === findings.length && found.every(({ match }) => match.isCertain);
  return isCertain ? first : asLikely(first);
}

function isSame(a: Held, b: Held): boolean {
  return (
    a.match.spelling === b.match.spelling && JSON.stringify(a.made?.params) === JSON.stringify(b.made?.params)
  );
}
