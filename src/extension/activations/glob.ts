import { extensions, fileNames } from "../../engine/languages/files.ts";

/** Matches every file that is read. */
export const sourceGlob = `**/{${[...extensions.map((extension) => `*${extension}`), ...fileNames].join(",")}}`;
