/**
 * Which hover is to show its details. A `<details>` element does not do: VS Code's hover does not grow or scroll with it.
 * So the link asks for the hover again, and this remembers that it is to be the long one. Pure.
 */
import type { HoverTarget } from "./links.ts";

export class DetailRequests {
  #asked: HoverTarget | undefined;

  /** The next hover at this place shows its details. */
  ask({ uri, offset }: HoverTarget): void {
    this.#asked = { uri, offset };
  }

  /** Whether this hover is the one asked for; it is asked for once. */
  take({ uri, offset }: HoverTarget): boolean {
    const isAsked = this.#asked?.uri === uri && this.#asked.offset === offset;
    this.#asked = undefined;
    return isAsked;
  }
}
