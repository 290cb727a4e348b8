import assert from "node:assert/strict";
import { readSettings } from "../../src/extension/settings.ts";

function settingsWith(values: Record<string, unknown>) {
  return readSettings(() => ({
    get: (key: string) => values[key],
    update: () => Promise.resolve(),
  }));
}

describe("settings", () => {
  it("are what the user set", () => {
    const settings = settingsWith({ "hover.detail": "full", "transform.digits": "full" });
    assert.equal(settings.get("hover.detail"), "full");
    assert.equal(settings.get("transform.digits"), "full");
  });

  it("take their default where the user's value is none of those allowed", () => {
    const settings = settingsWith({ "hover.detail": "loud", "transform.digits": 99, "hover.curve": "yes" });
    assert.equal(settings.get("hover.detail"), "compact");
    assert.equal(settings.get("transform.digits"), 6);
    assert.equal(settings.get("hover.curve"), true);
  });
});
