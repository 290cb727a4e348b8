import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { mostPictureSide, readFeatureMap } from "../../../src/webview/protocol/feature-map.ts";
import { greyOf, smallSize } from "../../../src/webview/picture/grey.ts";
import { headerOf } from "../../../src/webview/picture/header.ts";

/** By Pillow. */
const { files } = JSON.parse(
  readFileSync(new URL("../../fixtures/pictures/pictures.json", import.meta.url), "utf8"),
) as {
  readonly files: readonly {
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly bytes: string;
  }[];
};
const bytesOf = ({ bytes }: { readonly bytes: string }) => new Uint8Array(Buffer.from(bytes, "base64"));

describe("a picture's first bytes", () => {
  for (const file of files) {
    const { name, width, height } = file;
    it(`tell its size: ${name}`, () => {
      const ending = name.split(".").at(-1)!.replace("jpg", "jpeg");
      assert.deepEqual(headerOf(bytesOf(file)), { type: `image/${ending}`, width, height });
    });

    it(`tell nothing, and nothing wrong, where they end early: ${name}`, () => {
      const bytes = bytesOf(file);
      for (let end = 0; end < Math.min(200, bytes.length); end++) {
        const header = headerOf(bytes.subarray(0, end));
        if (header) assert.deepEqual([header.width, header.height], [width, height]);
      }
    });
  }

  it("tell nothing of other files", () => {
    for (const text of ["", "<svg/>", "%PDF-1.7", "RIFF0000WAVEfmt "]) {
      assert.equal(headerOf(new TextEncoder().encode(text)), undefined, text);
    }
  });

  it("never throw, never hang", () => {
    const starts = files.map((file) => bytesOf(file).subarray(0, 30));
    const damaged = fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 64 }), fc.nat({ max: 30 }))
      .map(([start, noise, cut]) => new Uint8Array([...start.subarray(0, cut), ...noise]));
    fc.assert(
      fc.property(damaged, (bytes) => {
        const header = headerOf(bytes);
        assert.ok(header === undefined || (header.width > 0 && header.height > 0));
      }),
      { numRuns: 5000, seed: 1 },
    );
    // A megabyte of filling bytes, and one of empty segments.
    for (const filling of [[0xff], [0xff, 0xe0, 0, 0]]) {
      const bytes = new Uint8Array(2 ** 20).map((_, i) => filling[i % filling.length]!);
      bytes.set([0xff, 0xd8, 0xff, 0xe0]);
      assert.equal(headerOf(bytes), undefined);
    }
  });
});

describe("a picture from outside", () => {
  it("keeps its proportions and gets no larger than it was", () => {
    assert.deepEqual(smallSize(4000, 3000), { rows: 48, columns: 64 });
    assert.deepEqual(smallSize(3000, 4000), { rows: 64, columns: 48 });
    assert.deepEqual(smallSize(20, 10), { rows: 10, columns: 20 });
    assert.deepEqual(smallSize(50_000, 1), { rows: 1, columns: mostPictureSide });
  });

  it("is as bright as BT.709 has it", () => {
    const pixels = [0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255];
    assert.deepEqual(greyOf(pixels), [0, 255, 54, 182, 18]);
  });

  it("comes back with the state, and only whole", () => {
    const own = { name: "cat.png", rows: 2, columns: 1, values: [0, 255] };
    const read = (value: unknown) => readFeatureMap({ picture: "own", own: value });
    assert.deepEqual([read(own).picture, read(own).own], ["own", own]);
    for (const wrong of [
      null,
      { ...own, values: [0] },
      { ...own, values: [0, 256] },
      { ...own, values: [0, null] },
      { ...own, rows: 65, columns: 1, values: new Array(65).fill(0) },
      { ...own, name: 3 },
    ]) {
      assert.deepEqual([read(wrong).picture, read(wrong).own], ["digit", null]);
    }
  });
});
