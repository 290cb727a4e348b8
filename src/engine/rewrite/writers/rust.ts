/** How Rust writes arguments and imports: cases of an enumeration, configurations, functions and methods. */
import type { Spelling } from "../../frameworks/define.ts";
import { functionById } from "../../functions/index.ts";
import type { Writing } from "../define.ts";
import type { NewCall, OldCall, Room, Wanted, Writer } from "./define.ts";
import { typedByName } from "./fields.ts";
import { atPlaces, byNames } from "./lists.ts";

function list(call: NewCall): string | undefined {
  const { made } = call.spelling;
  if (made === "configuration") return configured(call);
  const placed = atPlaces(call);
  if (!placed) return undefined;
  const own = `(${placed.join(", ")})`;
  if (made === "case") return placed.length === 0 ? "" : own;
  return call.spelling.form === "module" ? `::new${own}` : own;
}

/** `LeakyReluConfig::new().with_negative_slope(0.2).init()`; what it has no defaults for is given when it is made. */
function configured(call: NewCall): string | undefined {
  const { spelling } = call;
  // `Gelu::new_approximate` makes one itself.
  if (/::[a-z]\w*$/.test(spelling.name)) return "()";
  if (spelling.params.length === 0) return "::new()";
  // What is learned is made on a device, and nothing says on which.
  if (isLearned(spelling)) return undefined;
  const needed = atPlaces(call, ({ default: initial }) => initial === undefined);
  const set = byNames(call, ({ default: initial }) => initial !== undefined);
  return (
    needed &&
    `::new(${needed.join(", ")})${set.map(({ keyword, text }) => `.with_${keyword!}(${text})`).join("")}.init()`
  );
}

function isLearned({ function: id }: Spelling): boolean {
  return Object.values(functionById(id).params).some(({ learnable }) => learnable);
}

/** A path needs no `use`: it begins with a crate. */
function additions({ path, isBare, isFree }: Wanted): Writing[] {
  const [owner = "", member = ""] = path.slice(-2);
  const use = (count: number) => `use ${path.slice(0, count).join("::")};`;
  return [
    // A case is written with what it is one of.
    ...(isBare && isFree(member) && !/^[A-Z]/.test(owner)
      ? [{ text: member, addedImport: use(path.length) }]
      : []),
    ...(path.length > 2 && isFree(owner)
      ? [{ text: `${owner}::${member}`, addedImport: use(path.length - 1) }]
      : []),
    { text: path.join("::"), addedImport: undefined },
  ];
}

/** A configuration is set before it makes the module; whatever else there is must be given. */
function room({ text, spelling, call: { list } }: OldCall): Room | undefined {
  if (!list || spelling.made !== "configuration") return undefined;
  const written = text.slice(list.start, list.end);
  const init = written.search(/\s*\.\s*init\s*\([^()]*\)$/);
  const at = init < 0 ? list.end : list.start + init;
  return {
    points: [{ at, lead: "", between: "", tail: "" }],
    addition: ({ name }) => ({ point: 0, before: `.with_${name}(`, after: ")", otherwise: null }),
  };
}

export const rust: Writer = {
  separator: "::",
  list,
  passesDefaults: false,
  nameOf: ({ name, made, params }) =>
    made === "configuration" && params.length > 0 ? `${name}Config` : name,
  closure: { input: "x", before: "|x| ", after: "" },
  room,
  typed: (place) => typedByName(place, "::"),
  additions,
  importsInside: true,
  top: /^(?:\uFEFF)?(?:[ \t]*(?:\/\/[^\n]*)?\r?\n|[ \t]*\/\*[^]*?\*\/[ \t]*\r?\n|#!\[[^\n]*\r?\n)*/,
};
