import assert from "node:assert/strict";
import { hoverText, openNotebook } from "./editor.ts";

describe("a notebook", () => {
  it("knows in one cell what an earlier one has imported", async () => {
    const cells = await openNotebook("notebook.ipynb");
    assert.match(await hoverText(cells[2]!, "ELU"), /ELU[^]*0\.5/);
  });

  it("says nothing about its prose", async () => {
    const cells = await openNotebook("notebook.ipynb");
    assert.equal(await hoverText(cells[1]!, "ELU"), "");
  });
});
