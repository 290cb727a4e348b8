/** Colours as numbers, and how far they stand apart. */

/** Red, green, blue from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/**
 * A colour as VS Code writes its theme variables: `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb()`, `rgba()`.
 * @param background what lies under a translucent colour
 * @returns undefined for anything else
 */
export function readColour(text: string, background: Colour = [0, 0, 0]): Colour | undefined {
  const parts = hexParts(text.trim()) ?? functionParts(text.trim());
  if (!parts) return undefined;
  const [red, green, blue, alpha] = parts;
  return mix(background, [red, green, blue], alpha);
}

/** `share` of `over` on `under`. */
export function mix(under: Colour, over: Colour, share: number): Colour {
  const channel = (i: 0 | 1 | 2) => Math.round(under[i] + (over[i] - under[i]) * share);
  return [channel(0), channel(1), channel(2)];
}

export function cssColour([red, green, blue]: Colour, alpha = 1): string {
  return alpha === 1 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${alpha})`;
}

/**
 * How far two colours stand apart.
 * @returns from 1 (equal) to 21 (black on white)
 * @source WCAG 2.2, "contrast ratio" and "relative luminance"
 */
export function contrast(a: Colour, b: Colour): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

/**
 * The colour itself, or as little of white or black mixed in as gives it this contrast on the background. Themes choose
 * their chart colours freely, and some are faint.
 */
export function withContrast(colour: Colour, background: Colour, ratio: number): Colour {
  const white: Colour = [255, 255, 255];
  const black: Colour = [0, 0, 0];
  const towards = contrast(white, background) > contrast(black, background) ? white : black;
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, towards, share);
    if (contrast(mixed, background) >= ratio) return mixed;
  }
  return towards;
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

type Parts = readonly [red: number, green: number, blue: number, alpha: number];

function hexParts(text: string): Parts | undefined {
  if (!/^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text)) return undefined;
  const short = text.length <= 5;
  const digits = short ? text.slice(1).replace(/./g, "$&$&") : text.slice(1);
  const part = (i: number) => parseInt(digits.slice(2 * i, 2 * i + 2), 16);
  return [part(0), part(1), part(2), digits.length === 8 ? part(3) / 255 : 1];
}

function functionParts(text: string): Parts | undefined {
  const match = /^rgba?\(([^)]*)\)$/i.exec(text);
  const numbers = (match?.[1] ?? "").split(/[\s,/]+/).map(Number);
  const [red, green, blue, alpha = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return numbers.every(Number.isFinite) ? [red, green, blue, alpha] : undefined;
}
