/** How Julia writes arguments and imports. */
import type { Writing } from "../define.ts";
import type { NewCall, Wanted, Writer } from "./define.ts";
import { atPlaces, byNames, roomAtEnd } from "./lists.ts";

function list(call: NewCall): string | undefined {
  const placed = atPlaces(call);
  const named = byNames(call).map(({ keyword, text }) => `${keyword!}=${text}`);
  return placed && `(${placed.join(", ")}${named.length > 0 ? `; ${named.join(", ")}` : ""})`;
}

function additions({ path, isBare, isFree }: Wanted): Writing[] {
  const module = path.slice(0, -1).join(".");
  const member = path.at(-1)!;
  return [
    ...(isBare && isFree(member) ? [{ text: member, addedImport: `using ${module}: ${member}` }] : []),
    { text: path.join("."), addedImport: `import ${module}` },
  ];
}

export const julia: Writer = {
  separator: ".",
  list,
  passesDefaults: true,
  closure: { input: "x", before: "x -> ", after: "" },
  broadcast: ".",
  room: roomAtEnd,
  additions,
  importsInside: true,
  top: /^(?:\uFEFF)?(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?:(?:bare)?module[ \t]+[^\n]*\r?\n)?/,
};
