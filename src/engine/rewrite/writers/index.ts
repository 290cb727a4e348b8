/** How each language that frameworks are used from writes code. */
import type { Language } from "../../frameworks/define.ts";
import { cpp } from "./cpp.ts";
import type { Writer } from "./define.ts";
import { javascript } from "./javascript.ts";
import { julia } from "./julia.ts";
import { python } from "./python.ts";
import { rust } from "./rust.ts";
import { swift } from "./swift.ts";

export type { NewCall, OldCall, Room, TypedPlace, TypedUse, Wanted, Writer } from "./define.ts";

export const writers: Readonly<Record<Language, Writer>> = { python, javascript, rust, cpp, swift, julia };
