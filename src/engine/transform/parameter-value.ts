/** A parameter as a person types it: a number as JavaScript reads it, or `inf` in any case; undefined if it is none. */
export function readParameterValue(text: string): number | undefined {
  const infinity = /^([-+]?)(?:inf(?:inity)?|∞)$/i.exec(text);
  if (infinity) return infinity[1] === "-" ? -Infinity : Infinity;
  const value = Number(text);
  return text.trim() === "" || Number.isNaN(value) ? undefined : value;
}
