/** The peers, from npm, into this folder's own node_modules. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../scripts/setup/build.mjs";
import { install } from "../../scripts/setup/install.mjs";

const folder = path.join(root, "bench");

/** @returns the folder of an installed peer */
export async function installedPeer(name: string): Promise<string> {
  await install(folder, { title: "Installing the peers from npm", megabytes: 200 });
  return path.join(folder, "node_modules", name);
}

export function peerVersion(name: string): string {
  const file = path.join(folder, "node_modules", name, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
}
