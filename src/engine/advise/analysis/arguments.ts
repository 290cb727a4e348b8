/** The arguments that a call gives, by position and by name. */
import { type Arguments, type Given, type Setting, type Settings, type Value, gap } from "./value.ts";

export function argumentNamed(given: Arguments, name: string, position: number | null): Given | undefined {
  const keyword = given.keywords.get(name);
  if (keyword || position === null) return keyword;
  const before = given.positional.slice(0, position + 1);
  return before.some(({ value }) => value === gap) ? undefined : before[position];
}

export function settingsOf(names: readonly string[], given: Arguments): Settings {
  const settings = new Map<string, Setting>();
  const put = (name: string, { value, place, whole }: Given) =>
    settings.set(name, { value: value.kind === "constant" ? value.value : undefined, place, whole });
  for (const [index, name] of names.entries()) {
    const argument = argumentNamed(given, name, index);
    if (argument) put(name, argument);
  }
  for (const [name, argument] of given.keywords) put(name, argument);
  return settings;
}

export function withFirst(value: Value, given: Arguments): Arguments {
  const nowhere = { cell: 0, start: 0, end: 0 };
  return { ...given, positional: [{ value, place: nowhere, whole: nowhere }, ...given.positional] };
}

export function together(before: Arguments, after: Arguments): Arguments {
  return {
    positional: [...before.positional, ...after.positional],
    keywords: new Map([...before.keywords, ...after.keywords]),
    hasMore: before.hasMore || after.hasMore,
  };
}

/** Arguments of which only the first are known. */
export function unknownArguments(known: readonly Value[]): Arguments {
  const nowhere = { cell: 0, start: 0, end: 0 };
  return {
    positional: known.map((value) => ({ value, place: nowhere, whole: nowhere })),
    keywords: new Map(),
    hasMore: true,
  };
}
