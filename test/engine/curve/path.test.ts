import assert from "node:assert/strict";
import { ticks } from "../../../src/engine/curve/frame.ts";
import { numberText } from "../../../src/engine/curve/number-text.ts";
import { type Pixel, clipped, pathData, simplified } from "../../../src/engine/curve/path.ts";

describe("lines in pixels", () => {
  it("are cut where they leave the frame and come back", () => {
    const line: Pixel[] = [
      [0, 5],
      [10, -5],
      [20, 5],
      [30, 15],
      [40, 5],
    ];
    assert.deepEqual(clipped(line, 0, 10), [
      [
        [0, 5],
        [5, 0],
      ],
      [
        [15, 0],
        [20, 5],
        [25, 10],
      ],
      [
        [35, 10],
        [40, 5],
      ],
    ]);
  });

  it("are cut twice by a segment that crosses the whole frame", () => {
    assert.deepEqual(
      clipped(
        [
          [0, -10],
          [12, 20],
        ],
        0,
        10,
      ),
      [
        [
          [4, 0],
          [8, 10],
        ],
      ],
    );
  });

  it("break at what is not finite and vanish when outside", () => {
    assert.deepEqual(
      clipped(
        [
          [0, 1],
          [1, NaN],
          [2, 1],
          [3, 2],
        ],
        0,
        10,
      ),
      [
        [
          [2, 1],
          [3, 2],
        ],
      ],
    );
    assert.deepEqual(
      clipped(
        [
          [0, 1],
          [1, -Infinity],
        ],
        0,
        10,
      ),
      [],
    );
    assert.deepEqual(
      clipped(
        [
          [0, -1],
          [9, -2],
        ],
        0,
        10,
      ),
      [],
    );
    assert.deepEqual(clipped([], 0, 10), []);
  });

  it("lose the points that the eye cannot tell, and only those", () => {
    const straight: Pixel[] = Array.from({ length: 50 }, (_, x): Pixel => [x, 2 * x]);
    assert.deepEqual(simplified(straight, 0.1), [
      [0, 0],
      [49, 98],
    ]);
    const bent: Pixel[] = [
      [0, 0],
      [5, 0.05],
      [10, 5],
      [20, 0],
    ];
    assert.deepEqual(simplified(bent, 0.1), [
      [0, 0],
      [5, 0.05],
      [10, 5],
      [20, 0],
    ]);
    const wave: Pixel[] = Array.from({ length: 300 }, (_, x): Pixel => [x, 30 * Math.sin(x / 20)]);
    const thin = simplified(wave, 0.15);
    assert.ok(thin.length < 80);
    for (const point of wave) assert.ok(distanceTo(thin, point) <= 0.15);
  });

  it("are written to a tenth of a pixel", () => {
    assert.equal(
      pathData([
        [
          [0, 1.25],
          [2.04, -3],
        ],
        [
          [5, 5],
          [6, 6],
        ],
      ]),
      "M0 1.3L2 -3M5 5L6 6",
    );
  });
});

function distanceTo(line: readonly Pixel[], [x, y]: Pixel): number {
  return Math.min(
    ...line.slice(1).map(([bx, by], index) => {
      const [ax, ay] = line[index]!;
      const share = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
      const inside = Math.min(1, Math.max(0, share));
      return Math.hypot(x - ax - inside * (bx - ax), y - ay - inside * (by - ay));
    }),
  );
}

describe("axes", () => {
  it("have round numbers, no more than asked for", () => {
    assert.deepEqual(ticks([-4, 4], 11), [-4, -3, -2, -1, 0, 1, 2, 3, 4]);
    assert.deepEqual(ticks([-0.24, 2.24], 4), [0, 1, 2]);
    assert.deepEqual(ticks([-0.06, 1.06], 4), [0, 0.5, 1]);
    assert.deepEqual(ticks([0.1, 0.4], 4), [0.1, 0.2, 0.3, 0.4]);
    for (const range of [
      [-1e-9, 1e-9],
      [-1e250, 3e250],
      [5, 5.001],
    ] as [number, number][]) {
      const shown = ticks(range, 5);
      assert.ok(
        shown.length >= 1 && shown.length <= 5 && shown.every((t) => t >= range[0] && t <= range[1]),
        String(range),
      );
    }
  });
});

describe("numbers for reading", () => {
  it("are short, plain near 1, without trailing zeros", () => {
    const cases = [
      [0.1 + 0.2, "0.3"],
      [-0, "0"],
      [1 / 3, "0.3333"],
      [2e-9, "2e-9"],
      [1234567, "1.235e6"],
      [-0.4, "-0.4"],
      [Infinity, "∞"],
      [-Infinity, "-∞"],
      [NaN, "NaN"],
      [1e5, "100000"],
    ] as const;
    for (const [value, text] of cases) assert.equal(numberText(value), text);
    assert.equal(numberText(Math.PI, 7), "3.141593");
  });
});
