/** Weights of the ten-digit tax number's check digit (Minister of Finance; also PN-ISO 7064 style mod 11). */
const WEIGHTS = [6, 5, 7, 2, 3, 4, 5, 6, 7];
/** Digits of a chain's number that may be misread; more is another company. */
const MAX_MISREAD = 2;

/** Whether ten digits are a valid NIP. */
export function isNip(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === Number(digits[9]);
}

export interface NipRead {
  readonly nip: string | null;
  /** Whether one was printed, even when its checksum fails. */
  readonly printed: boolean;
  /** The digits as read, when the chain's number was taken for them. */
  readonly readAs?: string;
}

/**
 * The seller's NIP a text prints. A number that fails its checksum is taken for one of the chain's
 * own when no more than two digits differ.
 */
export function readNip(lines: readonly string[], chainNips: readonly string[]): NipRead {
  const misread: string[] = [];
  for (const line of lines) {
    if (/nabyw|kupuj/i.test(line)) continue;
    const found = /N[I1l|][PFE]\W{0,3}(?:PL\s?)?([\dOolISB][\dOolISB\s-]{8,15}[\dOolISB])/i.exec(
      line.slice(0, 160),
    );
    if (found === null) continue;
    const digits = withDigits(found[1] ?? '');
    const nip = digits.slice(0, 10);
    if (isNip(nip)) return { nip, printed: true };
    misread.push(nip);
  }
  for (const line of lines) {
    const nip = withoutLabel(line.slice(0, 160), chainNips);
    if (nip !== null) return { nip, printed: true };
  }
  for (const readAs of misread) {
    const nip = chainNips.find((own) => differing(own, readAs) <= MAX_MISREAD);
    if (nip !== undefined) return { nip, printed: true, readAs };
  }
  return { nip: null, printed: misread.length > 0 };
}

/** Its label unreadable: a number in the grouping of the NIP (no telephone has it), or one of the chain. */
function withoutLabel(line: string, chainNips: readonly string[]): string | null {
  if (/nabyw|kupuj|tel|fax|konto/i.test(line)) return null;
  const grouped = /(?<!\d)\d{3}-(?:\d{3}-\d\d|\d\d-\d\d|\d\d-\d{3})-\d{2,3}(?!\d)/.exec(line)?.[0];
  const digits = grouped?.replace(/-/g, '') ?? /(?<!\d)\d{10}(?!\d)/.exec(line)?.[0];
  if (digits === undefined || !isNip(digits)) return null;
  return grouped !== undefined || chainNips.includes(digits) ? digits : null;
}

function withDigits(text: string): string {
  return text
    .replace(/[Oo]/g, '0')
    .replace(/[lI]/g, '1')
    .replace(/S/g, '5')
    .replace(/B/g, '8')
    .replace(/\D/g, '');
}

function differing(a: string, b: string): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return [...a].filter((digit, at) => digit !== b[at]).length;
}
