/** How one number goes through a formula: which branch it takes, with the number in it. Pure. */

const comparison = /^x (>=|<=|>|<) (-?(?:\d[\d.]*(?:e[+-]?\d+)?|inf))$/;
const opposite: Readonly<Record<string, string>> = { ">=": "<", "<=": ">", ">": "<=", "<": ">=" };

/**
 * @param formula as a record writes it: `x if x > 0 else 0.2*x`, `max(0, x)`, `exp(x_i) / sum(exp(x_j))`
 * @param x the number as written
 * @returns "-0.3 < 0: 0.2*(-0.3)", "max(0, -0.3)"; a branch that cannot be told leaves the whole formula
 */
export function stepText(formula: string, x: string): string {
  const { conditions, expression } = branchAt(formula, Number(x));
  const reasons = conditions.map((condition) => condition.replace(/^x/, x)).join(", ");
  return (reasons && `${reasons}: `) + substitute(expression, x);
}

interface Branch {
  /** What holds at x, from the first comparison to the deciding one. */
  readonly conditions: readonly string[];
  readonly expression: string;
}

function branchAt(formula: string, x: number): Branch {
  const whole: Branch = { conditions: [], expression: formula };
  const parts = splitConditional(formula);
  if (!parts) return whole;
  const [, operator = "", bound = ""] = comparison.exec(parts.condition) ?? [];
  if (!operator) return whole;
  if (holds(x, operator, Number(bound.replace("inf", "Infinity")))) {
    return { conditions: [parts.condition], expression: parts.then };
  }
  // NaN is on neither side, so its branch is the last one but no comparison holds.
  const failed = Number.isNaN(x) ? [] : [`x ${opposite[operator]!} ${bound}`];
  const rest = branchAt(parts.otherwise, x);
  return { conditions: [...failed, ...rest.conditions], expression: rest.expression };
}

/** `A if C else B`, split at the first `if` and `else` outside of parentheses. */
function splitConditional(
  formula: string,
): { readonly then: string; readonly condition: string; readonly otherwise: string } | undefined {
  const at = (word: string, from: number) => {
    let depth = 0;
    for (let i = from; i < formula.length; i++) {
      if (formula[i] === "(") depth++;
      if (formula[i] === ")") depth--;
      if (depth === 0 && formula.startsWith(word, i)) return i;
    }
    return -1;
  };
  const ifAt = at(" if ", 0);
  const elseAt = ifAt < 0 ? -1 : at(" else ", ifAt);
  if (elseAt < 0) return undefined;
  return {
    then: formula.slice(0, ifAt),
    condition: formula.slice(ifAt + 4, elseAt),
    otherwise: formula.slice(elseAt + 6),
  };
}

function holds(x: number, operator: string, bound: number): boolean {
  switch (operator) {
    case ">":
      return x > bound;
    case ">=":
      return x >= bound;
    case "<":
      return x < bound;
    default:
      return x <= bound;
  }
}

/** The number in x's place; a negative one in parentheses unless its minus begins a sum of its own. */
function substitute(expression: string, x: string): string {
  return expression.replace(/\bx(_i)?\b/g, (name, _, start: number) => {
    const before = expression.slice(0, start).trimEnd().at(-1) ?? "(";
    const isPower = expression
      .slice(start + name.length)
      .trimStart()
      .startsWith("^");
    return x.startsWith("-") && (isPower || !"(,".includes(before)) ? `(${x})` : x;
  });
}
