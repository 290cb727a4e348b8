/**
 * The border between where something holds and where it does not, by halving.
 * @param inside a place where `holds` is true; `outside` one where it is false
 * @returns within half a unit in the last place of the border, or as near as 100 halvings come
 */
export function bisect(holds: (x: number) => boolean, inside: number, outside: number): number {
  let [yes, no] = [inside, outside];
  for (let step = 0; step < 100; step++) {
    const middle = yes + (no - yes) / 2;
    if (middle === yes || middle === no) break;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
