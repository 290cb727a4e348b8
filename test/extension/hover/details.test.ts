import assert from "node:assert/strict";
import { DetailRequests } from "../../../src/extension/hover/details.ts";

describe("details of a hover", () => {
  it("are shown once, at the place they were asked for", () => {
    const requests = new DetailRequests();
    const [here, there] = [
      { uri: "file:///a.py", offset: 3 },
      { uri: "file:///a.py", offset: 9 },
    ];
    assert.equal(requests.take(here), false);
    requests.ask(here);
    assert.equal(requests.take(here), true);
    assert.equal(requests.take(here), false);
    requests.ask(here);
    assert.equal(requests.take(there), false);
    assert.equal(requests.take(here), false);
  });
});
