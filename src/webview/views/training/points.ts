/** The points that are learned, drawn over the surface: circles and squares, so that no class is told by colour alone. */
import type { LabelledPoints } from "../../../engine/network/datasets.ts";
import { svg } from "../../dom.ts";
import { surfaceReach } from "../../training/contract.ts";

export function createPoints(): { readonly element: SVGElement; update(data: LabelledPoints): void } {
  const [start, size] = [-surfaceReach, 2 * surfaceReach];
  const element = svg("svg", {
    viewBox: `${start} ${start} ${size} ${size}`,
    class: "points",
    "aria-hidden": "true",
  });
  return {
    element,
    update: ({ points, labels }) => {
      const marks = [...labels].map((label, i) => {
        const [x, y] = [points.values[2 * i]!, -points.values[2 * i + 1]!];
        return label === 0
          ? svg("circle", { cx: short(x), cy: short(y), r: 0.07 })
          : svg("rect", { x: short(x - 0.06), y: short(y - 0.06), width: 0.12, height: 0.12 });
      });
      element.replaceChildren(...marks);
    },
  };
}

function short(value: number): string {
  return value.toFixed(3);
}
