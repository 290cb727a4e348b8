/**
 * The menu of a picture, by which it is saved. What was chosen goes up to the page as an event, so that a picture need not
 * know where it stands: whoever makes one with `createCurveFigure` or `createHeatMap` has the menu.
 */
import { h, setText } from "../dom.ts";
import type { Exportable } from "../export/define.ts";
import { pngOf } from "../export/png.ts";
import { type ExportFormat, type ExportedFile, exportFormats } from "../protocol.ts";
import { createMenu } from "./menu.ts";
import { t } from "../../engine/l10n.ts";

const texts = (): Readonly<Record<ExportFormat, string>> => ({
  png: t("PNG picture…"),
  svg: t("SVG picture…"),
  csv: t("Numbers as CSV…"),
  latex: t("LaTeX…"),
});

const contents: Readonly<Record<ExportFormat, (exported: Exportable) => string | Promise<string>>> = {
  png: ({ svg }) => pngOf(svg?.() ?? ""),
  svg: ({ svg }) => svg?.() ?? "",
  csv: ({ csv }) => csv(),
  latex: ({ latex }) => latex(),
};

const eventName = "export-file";

/** @param exported what there is to save now; undefined while there is nothing @param formats that it can be saved in */
export function createExportMenu(
  exported: () => Exportable | undefined,
  formats: readonly ExportFormat[] = exportFormats,
): {
  readonly element: HTMLElement;
  /** @param name of the picture */
  update(name: string): void;
} {
  const problem = h("span", { role: "status", class: "quiet" });
  const save = async (format: ExportFormat) => {
    const found = exported();
    if (!found) return;
    const content = await contents[format](found);
    const detail: ExportedFile = { format, name: found.name, content };
    element.dispatchEvent(new CustomEvent(eventName, { bubbles: true, detail }));
  };
  const menu = createMenu(
    t("Export"),
    formats.map((format) => ({
      text: texts()[format],
      choose: () => {
        setText(problem, "");
        save(format).catch((error: unknown) => {
          const why = error instanceof Error ? error.message : String(error);
          setText(problem, t("It could not be drawn: {0}", why));
        });
      },
    })),
  );
  const element = h("span", { class: "export" }, problem, menu.element);
  return {
    element,
    update: (name) => {
      menu.name(t("Export {0}", name));
    },
  };
}

/** Calls back with every file that a menu inside `root` is to save. */
export function onExport(root: HTMLElement, save: (file: ExportedFile) => void): void {
  root.addEventListener(eventName, (event) => {
    save((event as CustomEvent<ExportedFile>).detail);
  });
}
