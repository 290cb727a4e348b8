/**
 * The menu of a picture, by which it is saved. What was chosen goes up to the page as an event, so that a picture need not
 * know where it stands: whoever makes one with `createCurveFigure` or `createHeatMap` has the menu.
 */
import { h, setText } from "../dom.ts";
import type { Exportable } from "../export/define.ts";
import { pngOf } from "../export/png.ts";
import { type ExportFormat, type ExportedFile, exportFormats } from "../protocol.ts";
import { createMenu } from "./menu.ts";

const texts: Readonly<Record<ExportFormat, string>> = {
  png: "PNG picture…",
  svg: "SVG picture…",
  csv: "Numbers as CSV…",
  latex: "LaTeX…",
};

const contents: Readonly<Record<ExportFormat, (exported: Exportable) => string | Promise<string>>> = {
  png: ({ svg }) => pngOf(svg()),
  svg: ({ svg }) => svg(),
  csv: ({ csv }) => csv(),
  latex: ({ latex }) => latex(),
};

const eventName = "export-file";

/** @param exported what there is to save now; undefined while there is nothing */
export function createExportMenu(exported: () => Exportable | undefined): {
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
    "Export",
    exportFormats.map((format) => ({
      text: texts[format],
      choose: () => {
        setText(problem, "");
        save(format).catch((error: unknown) => {
          setText(
            problem,
            `It could not be drawn: ${error instanceof Error ? error.message : String(error)}`,
          );
        });
      },
    })),
  );
  const element = h("span", { class: "export" }, problem, menu.element);
  return {
    element,
    update: (name) => {
      menu.name(`Export ${name}`);
    },
  };
}

/** Calls back with every file that a menu inside `root` is to save. */
export function onExport(root: HTMLElement, save: (file: ExportedFile) => void): void {
  root.addEventListener(eventName, (event) => {
    save((event as CustomEvent<ExportedFile>).detail);
  });
}
