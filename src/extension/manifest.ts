/** What package.json must say of commands, settings, views, languages and the walkthrough, derived from their lists. Pure. */
import { commands } from "./commands/index.ts";
import { ruleSettings } from "../engine/advise/configuration.ts";
import { rules } from "../engine/advise/rules/index.ts";
import { editorIds, languages } from "../engine/languages/index.ts";
import { labViewType } from "./panel/view-type.ts";
import { settings, settingsPrefix } from "./settings.ts";
import { views } from "./views/index.ts";
import { walkthrough } from "./walkthrough.ts";

/** On a language that is read, where a lab is to be restored, and where a link is opened; VS Code adds the commands by itself. */
export function activationEvents() {
  const starting = languages.filter(({ starts }) => starts).flatMap((language) => language.editorIds);
  return [...starting.map((id) => `onLanguage:${id}`), `onWebviewPanel:${labViewType}`, "onUri"];
}

/** What the start of the extension reads from package.json because the list itself need not be loaded for it. */
export function readLanguages() {
  return editorIds;
}

/** Those whose documents are looked at unasked, for mistakes. */
export function advisedLanguages() {
  return languages.filter(({ isAdvised }) => isAdvised).flatMap((language) => language.editorIds);
}

export function contributes() {
  return {
    commands: commands.map(({ id, title, icon }) => ({
      command: id,
      title,
      category: "Activation Lens",
      ...(icon === undefined ? {} : { icon }),
    })),
    menus: {
      commandPalette: commands.flatMap(({ id, palette }) =>
        palette === undefined ? [] : [{ command: id, when: palette === false ? "false" : palette }],
      ),
      ...menus(),
    },
    views: grouped(
      views.map(({ container, id, title, icon }) => [
        container,
        { id, name: title, icon, visibility: "collapsed" },
      ]),
    ),
    viewsWelcome: views.flatMap(({ id, welcome }) => welcome.map((message) => ({ view: id, ...message }))),
    walkthroughs: [walkthrough],
    configuration: {
      title: "Activation Lens",
      properties: Object.fromEntries(
        Object.entries(settings).map(([key, setting]) => [
          `${settingsPrefix}.${key}`,
          {
            ...setting.schema,
            ...(key === "rules" ? rulesSchema() : {}),
            default: setting.default,
            markdownDescription: setting.description,
          },
        ]),
      ),
    },
  };
}

/** Completes ids of rules, and says what each is about. */
function rulesSchema() {
  return {
    additionalProperties: false,
    properties: Object.fromEntries(
      rules.map(({ id, title, severity }) => [
        id,
        { type: "string", enum: ruleSettings, default: severity, markdownDescription: `${title}.` },
      ]),
    ),
  };
}

/** Each menu with the commands in it, in the order of their list. */
function menus() {
  return grouped(
    commands.flatMap(({ id, menus: own = [] }) =>
      own.map(({ menu, ...item }) => [menu, { command: id, ...item }] as const),
    ),
  );
}

function grouped<T>(entries: readonly (readonly [group: string, entry: T])[]): Record<string, T[]> {
  const groups: Record<string, T[]> = {};
  for (const [group, entry] of entries) (groups[group] ??= []).push(entry);
  return groups;
}
