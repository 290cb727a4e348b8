import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { openLabLink, openLink } from "../../../src/extension/commands/open-link.ts";
import type { Services } from "../../../src/extension/commands/define.ts";
import { extensionId, labLink, readLabLink } from "../../../src/extension/panel/lab-link.ts";
import { functions } from "../../../src/engine/functions/index.ts";
import { type LabState, readLabState, viewIds } from "../../../src/webview/protocol.ts";

/** As an editor takes an address apart; it decodes the query. */
function addressOf(link: string) {
  const { host, pathname, search } = new URL(link);
  return { authority: host, path: pathname, query: decodeURIComponent(search.slice(1)) };
}
const opened = (state: LabState) => readLabLink(addressOf(labLink("vscode", state)));
const address = (query: string) => ({ authority: extensionId, path: "/lab", query });

const source = {
  place: "secret.py:1",
  text: "nn.ReLU()",
  framework: "PyTorch",
  functionId: "relu",
  given: {},
  defaults: {},
  unknown: [],
  call: null,
};

describe("a link to a view", () => {
  it("is addressed to this extension", () => {
    const manifest = JSON.parse(
      readFileSync(path.resolve(import.meta.dirname, "../../../package.json"), "utf8"),
    ) as { publisher: string; name: string };
    assert.equal(extensionId, `${manifest.publisher}.${manifest.name}`);
  });

  it("opens every view on every function as it was", () => {
    for (const view of viewIds) {
      for (const { id, params } of functions) {
        const changed = Object.fromEntries(
          Object.entries(params).map(([name, { slider }]) => [name, slider.max]),
        );
        const state = readLabState({
          view,
          functionId: id,
          params: changed,
          cursor: -0.1,
          interval: [-2.5, 7],
        });
        assert.deepEqual(opened(state), state);
      }
    }
  });

  it("carries what the view was set to, and nothing of the others", () => {
    const depth = { layers: 77, normalisation: "layer", at: 5 };
    const training = { width: 3, data: "moons" };
    const compare = [{ functionId: "elu", params: { alpha: 0.5 } }];
    const state = { functionId: "selu", depth, training, compare, numbers: "[my, 3]" };
    const all = (view: string) => opened(readLabState({ ...state, view }));
    assert.deepEqual(all("depth"), readLabState({ functionId: "selu", view: "depth", depth }));
    assert.deepEqual(all("training"), readLabState({ functionId: "selu", view: "training", training }));
    assert.deepEqual(all("compare"), readLabState({ functionId: "selu", view: "compare", compare }));
    assert.deepEqual(
      all("transform"),
      readLabState({ functionId: "selu", view: "transform", numbers: "[my, 3]" }),
    );
  });

  it("says nothing of the code it was opened from", () => {
    const link = labLink("vscode", readLabState({ functionId: "relu", source }));
    assert.equal(opened(readLabState({ source }))!.source, null);
    assert.doesNotMatch(atob(link.split("?")[1]!), /secret|nn\./);
  });

  it("is short, of letters that need no quoting, and whole in other alphabets", () => {
    const link = labLink(
      "vscode",
      readLabState({ functionId: "leaky_relu", params: { negative_slope: 0.2 } }),
    );
    assert.match(link, /^vscode:\/\/activation-lens\.activation-lens\/lab\?[\w-]{1,130}$/);
    const state = readLabState({ view: "transform", numbers: "[−1, ½, 数, 🙂] & a=b?#%" });
    assert.deepEqual(opened(state), state);
  });

  it("is refused where it would be too long", () => {
    const state = readLabState({ view: "transform", numbers: "1 ".repeat(2000) });
    assert.throws(() => labLink("vscode", state), /characters, and a link can have 2000/);
  });

  it("from elsewhere is read field by field, and what is none is refused", () => {
    const hostile = {
      view: "nope",
      functionId: [],
      params: { __proto__: 1 },
      source,
      depth: { layers: 1e9 },
    };
    const state = readLabLink(address(btoa(JSON.stringify(hostile))));
    assert.deepEqual(state, readLabState(undefined));
    for (const query of ["", "%", "AAAA", btoa("7"), btoa("null"), btoa("\xff\xfe"), "A".repeat(30_000)]) {
      assert.equal(readLabLink(address(query)), undefined, query.slice(0, 20));
    }
    const query = btoa("{}");
    assert.equal(readLabLink({ ...address(query), path: "/other" }), undefined);
    assert.equal(readLabLink({ ...address(query), authority: "someone.else" }), undefined);
  });

  it("is never the end of the editor", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.anything().map((value) => btoa(encodeURI(JSON.stringify(value)))),
        ),
        (query) => {
          const state = readLabLink(address(query));
          assert.ok(state === undefined || state.source === null);
        },
      ),
    );
  });
});

describe("opening a link", () => {
  function services(answer?: string) {
    const shown: LabState[] = [];
    const warned: string[] = [];
    let validate: ((value: string) => string | undefined) | undefined;
    const parse = (text: string) => {
      if (!/^[\w-]+:\/\//.test(text)) throw new Error("[UriError]");
      return addressOf(text);
    };
    const given = {
      vscode: {
        Uri: { parse },
        window: {
          showWarningMessage: (text: string) => warned.push(text),
          showInputBox: (options: { validateInput: typeof validate }) => {
            validate = options.validateInput;
            return Promise.resolve(answer);
          },
        },
      },
      lab: { show: (state: LabState) => shown.push(state) },
    } as unknown as Services;
    return { given, shown, warned, validate: (text: string) => validate!(text) };
  }
  const state = readLabState({ view: "depth", functionId: "sigmoid" });
  const link = labLink("vscode", state);

  it("shows the view", () => {
    const { given, shown, warned } = services();
    openLabLink(given, addressOf(link) as never);
    assert.deepEqual([shown, warned], [[state], []]);
  });

  it("says what is no link, and shows nothing", () => {
    const { given, shown, warned } = services();
    openLabLink(given, address("x") as never);
    assert.equal(shown.length, 0);
    assert.match(warned[0]!, /no link to a view of the lab/);
  });

  it("takes it as a text, too, where links do not reach the editor", async () => {
    const { given, shown, validate } = services(` ${link}\n`);
    await openLink.run(given);
    assert.deepEqual(shown, [state]);
    assert.equal(validate(link), undefined);
    for (const text of ["", "hello", "https://example.org/lab"]) assert.match(validate(text)!, /no link/);
  });

  it("opens nothing where the person thinks better of it", async () => {
    const { given, shown } = services(undefined);
    await openLink.run(given);
    assert.deepEqual(shown, []);
  });
});
