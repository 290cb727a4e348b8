/** Where Replace and Port work: the function at the cursor. */
import type { FoundSite } from "../documents.ts";
import type { Services } from "../commands/define.ts";

/** Says so where there is none. @param told what, by the reason */
export async function siteAtCursor(
  { vscode, documents }: Services,
  told: (why: string) => string,
): Promise<FoundSite | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  const site = await documents.siteAt(document, selection.active);
  if (site) return site;
  const why = await documents.explainAt(document, selection.active);
  void vscode.window.showInformationMessage(told(why));
  return undefined;
}
