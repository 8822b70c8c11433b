/** As JSON has it, with an exponent. */
const withExponent = /^\s*-?\d+(\.\d+)?[eE][+-]?\d+\s*$/;

/**
 * Reads a number that a person has written: `"about -1,200 things"` -> -1200, `"$1,234.50"` and `"1.234,50"` -> 1234.5. Undefined
 * where there is none. Source: the archived documentation, "Integer" and "Float": everything else is stripped. Assumed: where a text
 * has commas and points, the last of them separates the decimals; a comma alone separates thousands, unless other than three
 * digits follow it; an exponent counts.
 */
export function readNumber(text: string): number | undefined {
  const kept = numeric(text);
  const digits = kept.replaceAll("-", "");
  if (!/\d/.test(digits)) return undefined;
  const sign = kept.startsWith("-") ? -1 : 1;
  const number = withExponent.test(text) ? Number(text) : sign * Number(withPoint(digits));
  return Number.isFinite(number) ? number : undefined;
}

/** The number that a text begins with: 0 where there is none. Source: the CLI, invoke/input-types.js, `parseDecimal`. */
export function startOfNumber(text: string): number {
  return Number.parseFloat(numeric(text)) || 0;
}

function numeric(text: string): string {
  return text.replace(/[^\d.,-]/g, "");
}

const decimalComma = /^\d*,(?:\d{1,2}|\d{4,})$|^\d{1,3}(?:\.\d{3})+,\d+$/;
const pointsInThousands = /^\d{1,3}(?:\.\d{3}){2,}$/;

/** `1,234.5` and `1.234,5` -> `1234.5` */
function withPoint(digits: string): string {
  if (decimalComma.test(digits)) return digits.replaceAll(".", "").replace(",", ".");
  return digits.replaceAll(pointsInThousands.test(digits) ? "." : ",", "");
}
