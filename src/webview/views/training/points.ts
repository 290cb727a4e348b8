/** The points that are learned, drawn over the surface: circles and squares, so that no class is told by colour alone. */
import type { LabelledPoints } from "../../../engine/network/datasets.ts";
import { surfaceReach } from "../../training/contract.ts";

const namespace = "http://www.w3.org/2000/svg";

export function createPoints(): { readonly element: SVGElement; update(data: LabelledPoints): void } {
  const element = document.createElementNS(namespace, "svg");
  element.setAttribute(
    "viewBox",
    `${-surfaceReach} ${-surfaceReach} ${2 * surfaceReach} ${2 * surfaceReach}`,
  );
  element.setAttribute("class", "points");
  element.setAttribute("aria-hidden", "true");
  return {
    element,
    update: ({ points, labels }) => {
      const marks = [...labels].map((label, i) => {
        const [x, y] = [points.values[2 * i]!, -points.values[2 * i + 1]!];
        return label === 0
          ? shape("circle", { cx: x, cy: y, r: 0.07 })
          : shape("rect", { x: x - 0.06, y: y - 0.06, width: 0.12, height: 0.12 });
      });
      element.replaceChildren(...marks);
    },
  };
}

function shape(name: "circle" | "rect", attributes: Readonly<Record<string, number>>): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value.toFixed(3));
  return element;
}
