/** Text as LaTeX writes it. */

const special: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "$<$",
  ">": "$>$",
  "′": "$'$",
  "″": "$''$",
  "−": "$-$",
  "–": "--",
  "→": "$\\to$",
  "∞": "$\\infty$",
  "∂": "$\\partial$",
  "·": "$\\cdot$",
  "×": "$\\times$",
  "≤": "$\\le$",
  "≥": "$\\ge$",
  "≈": "$\\approx$",
  "…": "\\ldots{}",
  "’": "'",
  "“": "``",
  "”": "''",
  Δ: "$\\Delta$",
  α: "$\\alpha$",
  β: "$\\beta$",
  γ: "$\\gamma$",
  λ: "$\\lambda$",
  μ: "$\\mu$",
  σ: "$\\sigma$",
  θ: "$\\theta$",
  ω: "$\\omega$",
};
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const lowered = "₀₁₂₃₄₅₆₇₈₉";

/** Plain text for the body of a document: what LaTeX reads as a sign is escaped, what it has no letter for is a "?". */
export function latexText(text: string): string {
  return Array.from(text, (letter) => {
    if (Object.hasOwn(special, letter)) return special[letter]!;
    if (letter === "⁻") return "$^{-}$";
    const [up, down] = [raised.indexOf(letter), lowered.indexOf(letter)];
    if (up >= 0) return `$^{${up}}$`;
    if (down >= 0) return `$_{${down}}$`;
    return /[\x20-\x7e]/.test(letter) ? letter : "?";
  }).join("");
}

/** A comment of one line. */
export function latexComment(text: string): string {
  return `% ${text.replace(/\s+/g, " ")}`;
}
