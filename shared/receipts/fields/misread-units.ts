/** `1 5zt. x`, `15zt.x`, `i szt. x`: a unit and its count as OCR spoils them before the sign. */
const MISREAD_UNIT =
  /(?<![\p{L}\d])(\d{0,2}[\diIl|!])\s?[s5S$][z2Z][tlTi1f]\s?[.,]?\s?(?=[x×*%])/gu;
/** A row of nothing but a count and its unit, the sign read as anything. */
const COUNT_ALONE = /^[^\p{L}\d]{0,3}(\d{1,3}(?:[.,]\d{1,3})?\s?(?:szt|kg|opak)\.?)\s?\S{0,2}$/iu;
const PRICE_FIRST = /^[^\p{L}\d]{0,3}\d{1,5}[.,]\d\d(?!\d)/u;

/** A line with its unit as it is printed. */
export function restoreUnits(line: string): string {
  return line.replace(
    MISREAD_UNIT,
    (_, count: string) => `${count.replace(/[iIl|!]/g, '1')} szt. `,
  );
}

/** Puts a count that was torn from its price on the row of the price: `4 szt. M`, `1,19 = 4,76 C`. */
export function joinSplitRows(rows: readonly string[]): string[] {
  const joined = [...rows];
  for (let at = 0; at + 1 < joined.length; at += 1) {
    const [row = '', below = ''] = [joined[at], joined[at + 1]];
    const count = row.length > 20 ? undefined : COUNT_ALONE.exec(row.trim())?.[1];
    if (count === undefined || !PRICE_FIRST.test(below.trim())) continue;
    joined[at] = '';
    joined[at + 1] = `${count} x ${below.trim()}`;
  }
  return joined;
}
