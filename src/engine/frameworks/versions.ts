/** Which versions of the frameworks a project asks for, as far as the text of its requirement files says. */
import type { Newest, Version } from "./define.ts";
import { type FrameworkId, frameworkById, frameworks } from "./index.ts";

/** The major version in effect. A framework that is missing is at its newest. */
export type Versions = ReadonlyMap<FrameworkId, number>;

export const newestVersions: Versions = new Map();

/** Names of the files that are read, the one that counts most first. */
export const requirementFiles: readonly string[] = [
  "requirements.txt",
  "pyproject.toml",
  "environment.yml",
  "environment.yaml",
  "setup.cfg",
  "setup.py",
  "Pipfile",
];

/**
 * All these files ask of a package by its name and a bound behind it, whatever stands around:
 * `keras==2.13.1`, `"tensorflow>=2.4,<2.16"`, `- keras=2.11`, `transformers = "^4.30"`, `keras = {version = "~=2.12"}`.
 * A file is read for the packages that matter, no further.
 *
 * @param texts of requirement files; of a package in several the first counts
 */
export function versionsIn(texts: readonly string[]): Versions {
  const newest: Newest = (name) => firstOf(texts, (text) => newestIn(text, name));
  const found = frameworks.flatMap(({ id, majorOf }) => {
    const major = majorOf?.(newest);
    return major === undefined ? [] : [[id, major] as const];
  });
  return new Map(found);
}

/** What a folder says of each framework, else what is said around it; the same object where the folder says nothing. */
export function nearest(own: Versions, around: Versions): Versions {
  return own.size === 0 ? around : new Map([...around, ...own]);
}

/** Which version a framework is read as and why, as a sentence; undefined where all versions say the same. */
export function versionText(id: FrameworkId, versions: Versions): string | undefined {
  const { name, assumes, majorOf } = frameworkById(id);
  const major = versions.get(id);
  if (major === undefined || !majorOf) return assumes;
  return `${name} is read as ${name} ${major}, as the project's requirements ask.`;
}

function firstOf<T, U>(list: readonly T[], find: (entry: T) => U | undefined): U | undefined {
  for (const entry of list) {
    const found = find(entry);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The newest version that a text allows of a package; undefined where it sets no upper bound. */
function newestIn(text: string, name: string): Version | undefined {
  const code = text.replace(/(^|\s)#.*$/gm, "");
  const places = new RegExp(`(?:^|[\\s"',[])${name}(?:\\[[^\\]]*\\])?["']?(?![\\w.-])[^\\S\\n]*(.*)`, "gim");
  return firstOf([...code.matchAll(places)], ([, rest = ""]) => newestOf(rest));
}

const bound = /([<>=!~^]+)\s*v?(\d+)(?:\.(\d+))?/g;

/** @param rest what stands behind a package's name, to the end of its line */
function newestOf(rest: string): Version | undefined {
  // Poetry and Pipfiles write the bound in a string of its own, perhaps in a table; a bare version is that version.
  const [, quoted] = /^=\s*(?:\{.*?version\s*=\s*)?["']([^"']*)["']/.exec(rest) ?? [];
  // What follows a semicolon is a condition; a list goes on behind its entry's quote.
  const text = quoted === undefined ? rest.split(/[;"']/)[0]! : quoted.replace(/^(?=\d)/, "==");
  const versions = [...text.matchAll(bound)].flatMap(([, sign = "", major, minor]) =>
    newestUnder(sign, Number(major), minor === undefined ? undefined : Number(minor)),
  );
  return versions.sort((a, b) => a.major - b.major || a.minor - b.minor)[0];
}

function newestUnder(sign: string, major: number, minor = Infinity): Version[] {
  switch (sign) {
    case "=":
    case "==":
    case "===":
    case "<=":
      return [{ major, minor }];
    case "<":
      return [
        minor === 0 || minor === Infinity
          ? { major: major - 1, minor: Infinity }
          : { major, minor: minor - 1 },
      ];
    // `~=2.12` allows 2.99; what is more exact, `~=2.12.0`, makes no difference to a major version.
    case "~":
    case "~=":
    case "^":
      return [{ major, minor: Infinity }];
    default:
      return [];
  }
}
