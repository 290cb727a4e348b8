/**
 * One extension from nothing, in a process of its own: node cold.mjs EXTENSION.js [MODEL.py OFFSET]. Prints what starting it
 * took and, with a file, its first hover, as JSON.
 */
import { readFileSync } from "node:fs";
import { activateExtension, StubEditor } from "../editor/api.ts";
import { StubDocument } from "../editor/document.ts";
import { type Time, timed } from "../measure.ts";

export interface ColdTimes {
  readonly activation: Time;
  readonly firstHover?: Time;
}

async function main([extension, file, offset]: readonly string[]): Promise<ColdTimes> {
  const editor = new StubEditor();
  const activation = await timed({ run: () => activateExtension(editor, extension!) });
  if (file === undefined) return { activation };
  const document = new StubDocument("model.py", readFileSync(file, "utf8"));
  let answer: string | undefined;
  const firstHover = await timed({
    run: async () => {
      answer = await editor.hover(document, Number(offset));
    },
  });
  if (answer === undefined) throw new Error(`no hover at ${offset} of ${file}`);
  return { activation, firstHover };
}

console.log(JSON.stringify(await main(process.argv.slice(2))));
