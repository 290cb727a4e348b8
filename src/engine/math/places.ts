/** The places at which each number of a list stands, ascending; −0 counts as 0, and NaN as one number. */
export function placesOf(list: ArrayLike<number>): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (let i = 0; i < list.length; i++) {
    const known = places.get(list[i]!);
    if (known) known.push(i);
    else places.set(list[i]!, [i]);
  }
  return places;
}
