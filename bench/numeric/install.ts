/** The libraries that compute, from npm, into this folder's own node_modules. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../../scripts/setup/build.mjs";
import { install } from "../../scripts/setup/install.mjs";

export const librariesFolder = path.join(root, "bench/numeric");
const load = createRequire(path.join(librariesFolder, "package.json"));

export const installLibraries = () =>
  install(librariesFolder, {
    title: "Installing TensorFlow.js, ONNX Runtime and @stdlib from npm",
    megabytes: 500,
  });

/** A library; what it has is the caller's word. */
export function library(name: string): unknown {
  return load(name);
}

export function libraryFolder(name: string): string {
  return path.join(librariesFolder, "node_modules", name);
}

export function libraryVersion(name: string): string {
  const text = readFileSync(path.join(libraryFolder(name), "package.json"), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}
