/**
 * How much of it came home: pieces times what a piece holds, when the name says that (2 × 500 g =
 * 1000 g). Exact: thousandths times thousandths, written as a decimal.
 */
export function stockQuantity(item: {
  readonly quantityMilli: number;
  readonly unit: string;
  readonly pack: { readonly value: number; readonly unit: string } | null;
}): { value: string; unit: string } {
  if (item.unit !== 'szt' || item.pack === null) {
    return { value: decimal(BigInt(item.quantityMilli), 3), unit: item.unit };
  }
  const whole = BigInt(item.quantityMilli) * BigInt(Math.round(item.pack.value * 1000));
  return { value: decimal(whole, 6), unit: item.pack.unit };
}

/** `decimal(1860n, 3)` is `1.86`. */
export function decimal(scaled: bigint, places: number): string {
  const digits = String(scaled).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0{1,6}$/, '');
  return digits.slice(0, -places) + (fraction === '' ? '' : `.${fraction}`);
}

/** `"12.49"` → 1249; the schema has checked the form. */
export function minorOf(amount: string): number;
export function minorOf(amount: string | undefined): number | null;
export function minorOf(amount: string | undefined): number | null {
  return amount === undefined ? null : Number(amount.replace('.', ''));
}
