import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';
import { elect, type Vote } from '#shared/receipts/parse/date-time.ts';
import type { ReceiptDraft } from '#shared/receipts/parse/read-draft.ts';

/** A tax number of a chain we know is not misread by chance. */
const KNOWN_NIP = 2;

/**
 * Heading fields are not checked by arithmetic, so all readings vote, each day they print for
 * itself; on a tie the better reading has its way.
 * @param ranked the readings, best first
 */
export function electHeading(
  best: ParsedReceipt,
  ranked: readonly { readonly draft: ReceiptDraft; readonly receipt: ParsedReceipt }[],
): ParsedReceipt {
  const receipts = [best, ...ranked.map(({ receipt }) => receipt)];
  const date = elect(ranked.flatMap(({ draft }): readonly Vote[] => draft.dates));
  const nip = elect(
    ranked.flatMap(({ draft }) => {
      const { nip: value, readAs } = draft.nip;
      if (value === null) return [];
      const known = draft.chain?.nips.includes(value) && readAs === undefined;
      return [{ value, weight: known ? KNOWN_NIP : 1 }];
    }),
  );
  const most = (of: (receipt: ParsedReceipt) => string | null, counts = (_: ReceiptDraft) => 1) =>
    elect(
      ranked.flatMap(({ draft, receipt }) => {
        const value = of(receipt);
        return value === null ? [] : [{ value, weight: counts(draft) }];
      }),
    );
  const reasons = best.reasons.filter(
    (reason) =>
      !(reason === 'no-date' && date !== null) && !(reason === 'nip-checksum' && nip !== null),
  );
  const merchant = {
    ...best.merchant,
    name: most(
      ({ merchant: { name } }) => name,
      ({ list }) => list.weight,
    ),
    nip,
    chain: most(({ merchant: { chain } }) => chain),
  };
  return {
    ...best,
    merchant,
    date,
    time: most(({ time }) => time),
    receiptNumber: most(({ receiptNumber }) => receiptNumber),
    payment: receipts.find(({ payment }) => payment !== null)?.payment ?? null,
    reasons,
  };
}
