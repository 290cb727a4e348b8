/** What the extension says, in the language of the editor: `l10n.t("Port {0}", code)`; see the engine's module. */
import { english, speakBy, t, told } from "../engine/l10n.ts";
export { english, speakBy };

export const l10n = { t, told };
