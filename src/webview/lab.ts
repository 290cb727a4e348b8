/** The page as a whole: header, tabs, the view that is shown, and its talk with the extension. */
import { currentTheme, onThemeChange, setThemeScale } from "./charts/theme.ts";
import { onExport } from "./controls/export-menu.ts";
import { createTabs } from "./controls/tabs.ts";
import { h } from "./dom.ts";
import { createHeader } from "./header.ts";
import type { Host } from "./host.ts";
import {
  type LabState,
  type ToWebview,
  type ViewId,
  readLabSettings,
  readLabState,
  viewIds,
} from "./protocol.ts";
import { Store, toggled, withFunction, withUse } from "./state.ts";
import type { Page, Part, PictureAnswer } from "./views/define.ts";
import { views } from "./views/index.ts";
import { t } from "../engine/l10n.ts";

/** How long a page without a state of its own waits for the extension's, before it shows the start. */
const patienceMs = 150;

/** How much larger a presentation's type is; styles.css says the same. */
const presentScale = 1.5;

type Handlers = { readonly [T in ToWebview["type"]]: (message: Extract<ToWebview, { type: T }>) => void };

/** @param made what the build made of the engine's lists */
export function startLab(root: HTMLElement, host: Host, made: Pick<Page, "formulas" | "frameworks">): void {
  const restored = host.restore();
  let settings = readLabSettings(undefined);
  let isShown = restored !== undefined;
  let frame: number | undefined;
  const parts = new Map<ViewId, Part>();
  /** Said once each: a view that fails is tried again at every change. */
  const failures = new Set<string>();

  const renderSoon = () => {
    frame ??= requestAnimationFrame(render);
  };
  const store = new Store(readLabState(restored), {
    changed: () => {
      isShown = true;
      renderSoon();
    },
    settled: (state) => {
      host.save(state);
      host.post({ type: "state-changed", state });
    },
  });
  let pictureChosen: ((answer: PictureAnswer) => void) | undefined;
  const page: Page = {
    ...made,
    get state() {
      return store.state;
    },
    change: (patch) => {
      store.change(patch);
    },
    apply: (params) => {
      host.post({ type: "apply-parameters", functionId: store.state.functionId, params });
    },
    choosePicture: (received) => {
      pictureChosen = received;
      host.post({ type: "choose-picture" });
    },
  };
  const header = createHeader({
    chooseFunction: (id) => {
      store.change(withFunction(store.state, id));
    },
    revealSource: () => {
      host.post({ type: "reveal-source" });
    },
    followCursor: (on) => {
      settings = { ...settings, followCursor: on };
      host.post({ type: "follow-cursor", on });
    },
    toggle: (mode) => {
      store.change(toggled(store.state, mode));
    },
    copyLink: () => {
      header.notice("");
      host.post({ type: "copy-link", state: store.state });
    },
  });
  const titles = viewIds.map((id) => ({ id, title: views[id].title() }));
  const tabs = createTabs(t("Views"), titles, (view) => {
    store.change({ view });
  });

  function render(): void {
    frame = undefined;
    const { state } = store;
    main.classList.toggle("presenting", state.present);
    setThemeScale(state.present ? presentScale : 1);
    currentTheme();
    header.update(state, settings);
    tabs.select(state.view);
    showView(state);
  }

  function showView(state: LabState): void {
    const panel = tabs.panels[state.view];
    try {
      let part = parts.get(state.view);
      if (!part) {
        part = views[state.view].create(page);
        parts.set(state.view, part);
        panel.replaceChildren(part.element);
      }
      part.update(state, settings);
    } catch (error) {
      parts.delete(state.view);
      const message = error instanceof Error ? error.message : String(error);
      panel.replaceChildren(
        h("p", { class: "problem", role: "alert" }, t("This view could not be drawn: {0}", message)),
      );
      if (!failures.has(message)) host.post({ type: "failed", message: `${state.view}: ${message}` });
      failures.add(message);
    }
  }

  const handlers: Handlers = {
    show: ({ state }) => {
      store.change(state);
    },
    follow: ({ state }) => {
      store.change(withUse(store.state, state));
    },
    settings: (message) => {
      settings = message.settings;
      if (isShown) renderSoon();
    },
    toggle: ({ mode }) => {
      store.change(toggled(store.state, mode));
    },
    notice: ({ text }) => {
      header.notice(text);
    },
    picture: (answer) => {
      pictureChosen?.(answer);
    },
    "no-picture": (answer) => {
      pictureChosen?.(answer);
    },
  };
  const main = h("main", {}, header.element, tabs.list, ...viewIds.map((id) => tabs.panels[id]));
  onExport(main, (file) => {
    header.notice("");
    host.post({ type: "save-file", file });
  });
  root.replaceChildren(main);
  host.listen((message) => {
    (handlers[message.type] as (message: ToWebview) => void)(message);
  });
  onThemeChange(() => {
    if (isShown) renderSoon();
  });
  window.addEventListener("pagehide", () => {
    store.flush();
  });
  host.post({ type: "ready" });
  if (isShown) render();
  else {
    setTimeout(() => {
      if (!isShown) render();
    }, patienceMs);
  }
}
