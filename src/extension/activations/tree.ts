/** The tree of the Activations view: uses grouped by function, framework or file, with counts. Pure. */
import { frameworkById } from "../../engine/frameworks/index.ts";
import { type FunctionId, functionById } from "../../engine/functions/index.ts";
import { countedFiles, countedUses } from "../counts.ts";
import { l10n } from "../l10n.ts";
import type { FileUses, KnownUse } from "./inventory.ts";

/** What the top of the tree is grouped by, with the levels that follow. */
export const groupings = {
  function: ["function", "file"],
  framework: ["framework", "function", "file"],
  file: ["file"],
} as const satisfies Record<string, readonly Level[]>;

export type Grouping = keyof typeof groupings;

type Level = "function" | "framework" | "file";

/** A use with the file it is in. */
export interface Entry {
  readonly file: FileUses;
  readonly use: KnownUse;
}

export interface GroupNode {
  readonly kind: "group";
  readonly level: Level;
  /** The same for the same group in every tree, so that what was expanded stays so. */
  readonly id: string;
  readonly label: string;
  /** Of a file: the folder it is in. */
  readonly folder?: string;
  /** Of a function. */
  readonly function?: FunctionId;
  readonly entries: readonly Entry[];
  /** What is yet to be grouped by. */
  readonly below: readonly Level[];
}

export interface UseNode {
  readonly kind: "use";
  readonly id: string;
  readonly entry: Entry;
}

export type TreeNode = GroupNode | UseNode;

/** Whether a command was given a node of the tree: it could be given anything. */
export function isTreeNode(value: unknown): value is TreeNode {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  return value.kind === "use" ? "entry" in value : value.kind === "group" && "entries" in value;
}

export function rootNodes(files: readonly FileUses[], grouping: Grouping): TreeNode[] {
  const entries = files.flatMap((file) => file.uses.map((use) => ({ file, use })));
  return nodesOf(entries, groupings[grouping], "");
}

export function childNodes(node: TreeNode): TreeNode[] {
  return node.kind === "use" ? [] : nodesOf(node.entries, node.below, node.id);
}

function nodesOf(entries: readonly Entry[], levels: readonly Level[], parent: string): TreeNode[] {
  const [level, ...below] = levels;
  if (level === undefined) {
    return entries.map((entry, index) => ({ kind: "use", id: `${parent}/${index}`, entry }));
  }
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(level, entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  const nodes = [...groups].map(([key, own]): GroupNode => {
    const [{ file, use }] = own as [Entry];
    return {
      kind: "group",
      level,
      id: `${parent}/${key}`,
      ...groupLabel(level, file, use),
      entries: own,
      below,
    };
  });
  // Files come in their order; functions and frameworks with the most used first.
  return level === "file"
    ? nodes
    : nodes.sort((a, b) => b.entries.length - a.entries.length || (a.label < b.label ? -1 : 1));
}

function keyOf(level: Level, { file, use }: Entry): string {
  return level === "file" ? file.uri : use[level];
}

function groupLabel(
  level: Level,
  { path }: FileUses,
  use: KnownUse,
): Pick<GroupNode, "label" | "folder" | "function"> {
  switch (level) {
    case "function":
      return { label: functionById(use.function).name, function: use.function };
    case "framework":
      return { label: frameworkById(use.framework).name };
    case "file": {
      const slash = path.lastIndexOf("/");
      return { label: path.slice(slash + 1), ...(slash < 0 ? {} : { folder: path.slice(0, slash) }) };
    }
  }
}

/** What stands behind the label, dimmed. */
export function nodeDescription(node: TreeNode, grouping: Grouping): string {
  if (node.kind === "group") {
    return [...(node.folder === undefined ? [] : [node.folder]), String(node.entries.length)].join(" · ");
  }
  const { use } = node.entry;
  return [
    ...(grouping === "file" ? [functionById(use.function).name] : []),
    placeOf(use),
    ...(use.isLikely ? [l10n.t("likely")] : []),
  ].join(" · ");
}

/** What a screen reader says: the whole of it, since the levels above are not read along. */
export function nodeSpeech(node: TreeNode): string {
  if (node.kind === "group") {
    const { entries, label, level, folder } = node;
    const uses = countedUses(entries.length);
    if (level === "file") {
      return folder === undefined ? `${label}, ${uses}` : l10n.t("{0} in {1}, {2}", label, folder, uses);
    }
    const files = new Set(entries.map(({ file }) => file.uri)).size;
    return l10n.t("{0}, {1} in {2}", label, uses, countedFiles(files));
  }
  const { file, use } = node.entry;
  const fn = functionById(use.function).name;
  const framework = frameworkById(use.framework).name;
  return use.isLikely
    ? l10n.t("{0}, {1} of {2}, likely, {3} {4}", use.text, fn, framework, file.path, placeOf(use))
    : l10n.t("{0}, {1} of {2}, {3} {4}", use.text, fn, framework, file.path, placeOf(use));
}

/** "line 42", "cell 3, line 4"; counted from 1 as the editor shows them */
function placeOf({ cell, line }: KnownUse): string {
  return cell === undefined ? l10n.t("line {0}", line + 1) : l10n.t("cell {0}, line {1}", cell + 1, line + 1);
}
