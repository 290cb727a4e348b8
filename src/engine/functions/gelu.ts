import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";

/** GELU, x Φ(x), exactly (by the error function). */
export const gelu = defineElementwise({
  kind: "elementwise",
  id: "gelu",
  name: "GELU",
  params: {},
  formula: {
    latex: String.raw`\frac{x}{2} \left(1 + \operatorname{erf}\left(\frac{x}{\sqrt{2}}\right)\right)`,
    text: () => "0.5*x*(1 + erf(x/sqrt(2)))",
  },
  define: (x, _params, m) => m.mul(x, m.normalCdf(x)),
  claims: () => ({
    range: interval(-0.16997120747990366, Infinity, "low"),
    derivativeRange: interval(-0.12890414518515478, 1.1289041451851547, "both"),
    monotone: false,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "left",
    left: level(0),
    right: lineRight(1),
  }),
  notes: { strengths: [], weaknesses: [], whenToUse: [] },
  origin: {
    authors: "Hendrycks & Gimpel",
    year: 2016,
    title: "Gaussian Error Linear Units (GELUs)",
    id: "arXiv:1606.08415",
  },
});
