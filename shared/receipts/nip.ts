/** Weights of the ten-digit tax number's check digit (Minister of Finance; also PN-ISO 7064 style mod 11). */
const WEIGHTS = [6, 5, 7, 2, 3, 4, 5, 6, 7];

/** Whether ten digits are a valid NIP. */
export function isNip(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === Number(digits[9]);
}

/** The NIP a text prints. `printed` tells that one was printed even when its checksum fails. */
export function readNip(lines: readonly string[]): { nip: string | null; printed: boolean } {
  let printed = false;
  for (const line of lines) {
    const found = /N[I1l|][PF]\W{0,3}(?:PL\s?)?([\dOolI][\dOolI\s-]{8,15}[\dOolI])/i.exec(
      line.slice(0, 160),
    );
    if (found === null) continue;
    printed = true;
    const digits = (found[1] ?? '').replace(/[Oo]/g, '0').replace(/[lI]/g, '1').replace(/\D/g, '');
    const nip = digits.slice(0, 10);
    if (isNip(nip)) return { nip, printed };
  }
  return { nip: null, printed };
}
