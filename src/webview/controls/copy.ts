/** A button that copies a text, and says so. */
import { h, setText } from "../dom.ts";
import { button } from "./fields.ts";
import { t } from "../../engine/l10n.ts";

interface CopyOptions {
  readonly label: string;
  /** What is written on it. */
  readonly face?: string;
  readonly text: () => string;
  /** Selects the text where the clipboard is closed: the editor's own copy works on a selection. */
  readonly select: () => void;
}

export function copyButton({ label, face, text, select }: CopyOptions): {
  readonly element: HTMLElement;
  /** The text is another now. */
  reset(): void;
} {
  const said = h("span", { role: "status", class: "quiet" });
  const copy = () => {
    navigator.clipboard.writeText(text()).then(
      () => {
        setText(said, t("Copied"));
      },
      () => {
        select();
        setText(said, t("Selected: copy it with the keyboard"));
      },
    );
  };
  return {
    element: h("span", { class: "toolbar-group" }, said, button(label, copy, face)),
    reset: () => {
      setText(said, "");
    },
  };
}
