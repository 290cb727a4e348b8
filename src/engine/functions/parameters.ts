/** Parameters of one use of a function: filled up from the record, and judged by it. */
import type { GivenParameters, GivenWithAxis, Parameter, ParameterValues } from "./define.ts";
import { t, told } from "../l10n.ts";

interface Parametrised<P extends string = string> {
  readonly name: string;
  readonly params: Readonly<Record<P, Parameter>>;
  readonly relation?: { holds(params: Readonly<Record<P, number>>): boolean; readonly says: string };
}

/**
 * The given parameters with every missing one at the record's default.
 * @throws RangeError naming an unknown parameter, or a missing one that has no default
 */
export function withDefaults<P extends string>(
  fn: Parametrised<P>,
  given?: GivenParameters<P>,
): Readonly<Record<P, number>> {
  for (const name of Object.keys(given ?? {})) {
    if (!Object.hasOwn(fn.params, name)) throw new RangeError(`${fn.name} has no parameter ${name}`);
  }
  const filled: Record<string, number> = {};
  for (const [name, parameter] of Object.entries<Parameter>(fn.params)) {
    const value: number | undefined = given?.[name as P] ?? defaultOf(parameter, filled);
    if (value === undefined) throw new RangeError(`${fn.name} needs its parameter ${name}`);
    filled[name] = value;
  }
  return filled as Record<P, number>;
}

/**
 * The same of a function that goes along an axis, once an `axis` has been found to mean the one there is.
 * @throws RangeError for an `axis` other than −1 and 0 too
 */
export function withoutAxis<P extends string>(
  fn: Parametrised<P> & { readonly axis?: unknown },
  given: GivenWithAxis<P> = {} as GivenWithAxis<P>,
): Readonly<Record<P, number>> {
  if (fn.axis === undefined) return withDefaults(fn, given);
  const { axis = -1, ...params } = given;
  if (axis !== -1 && axis !== 0)
    throw new RangeError(`one vector has only axis 0, also written -1; got ${axis}`);
  return withDefaults(fn, params as unknown as GivenParameters<P>);
}

/** What a parameter is when not given. @param before the values of the parameters before it */
export function defaultOf(parameter: Parameter, before: ParameterValues): number | undefined {
  return parameter.derive?.(before) ?? parameter.default;
}

/** Whether a value lies in a parameter's domain. NaN never does; an infinite value only where it is the closed end. */
function inDomain(value: number, { min, max, open }: Parameter["domain"]): boolean {
  if (!Number.isFinite(value) && value !== min && value !== max) return false;
  const above = min === undefined || min === -Infinity || (open ? value > min : value >= min);
  const below = max === undefined || max === Infinity || (open ? value < max : value <= max);
  return above && below;
}

/** "above 0", "at least 0", "at least 0 and at most 1", "a finite number" */
function domainText(domain: Parameter["domain"]): string {
  const { min = -Infinity, max = Infinity, open } = domain;
  if (min > -Infinity && max < Infinity)
    return open ? t("above {0} and below {1}", min, max) : t("at least {0} and at most {1}", min, max);
  if (min > -Infinity) return open ? t("above {0}", min) : t("at least {0}", min);
  if (max < Infinity) return open ? t("below {0}", max) : t("at most {0}", max);
  const isUnbounded = domain.min === -Infinity || domain.max === Infinity;
  return isUnbounded ? t("a number") : t("a finite number");
}

/**
 * What is wrong with these parameters, as a sentence for a person; undefined if nothing is.
 * @param params as given; a missing one is judged by its default
 */
export function parameterProblem(
  fn: Parametrised,
  params: Readonly<Record<string, number>>,
): string | undefined {
  for (const name of Object.keys(params)) {
    if (!Object.hasOwn(fn.params, name)) return t("{0} has no parameter {1}.", fn.name, name);
  }
  const filled: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(fn.params)) {
    const value = params[name] ?? defaultOf(parameter, filled);
    if (value === undefined) return t("{0} needs its parameter {1}.", fn.name, name);
    if (!inDomain(value, parameter.domain)) {
      return t(
        "{0}={1} is outside its domain: it must be {2}, because {3}.",
        name,
        value,
        domainText(parameter.domain),
        told(parameter.domain.why),
      );
    }
    filled[name] = value;
  }
  if (fn.relation && !fn.relation.holds(filled)) {
    const given = Object.entries(filled).map(([name, value]) => `${name}=${value}`);
    return t("{0} needs {1}; here {2}.", fn.name, told(fn.relation.says), given.join(", "));
  }
  return undefined;
}
