/** What package.json must say of commands, settings and languages, derived from their lists. Pure. */
import { commands } from "./commands/index.ts";
import { languages } from "./languages.ts";
import { labViewType } from "./panel/view-type.ts";
import { settings, settingsPrefix } from "./settings.ts";

/** On a language that is read, or where a lab is to be restored; VS Code adds the commands by itself. */
export function activationEvents() {
  return [...languages.map((language) => `onLanguage:${language}`), `onWebviewPanel:${labViewType}`];
}

export function contributes() {
  return {
    commands: commands.map(({ id, title }) => ({ command: id, title, category: "Activation Lens" })),
    menus: {
      commandPalette: commands.flatMap(({ id, palette }) =>
        palette === undefined ? [] : [{ command: id, when: palette === false ? "false" : palette }],
      ),
    },
    configuration: {
      title: "Activation Lens",
      properties: Object.fromEntries(
        Object.entries(settings).map(([key, setting]) => [
          `${settingsPrefix}.${key}`,
          { ...setting.schema, default: setting.default, markdownDescription: setting.description },
        ]),
      ),
    },
  };
}
