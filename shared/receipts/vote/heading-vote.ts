import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';
import { type DateVote, winningValue } from '#shared/receipts/parse/date-time.ts';
import type { ReceiptDraft } from '#shared/receipts/parse/read-draft.ts';

/** A tax number of a chain we know is not misread by chance. */
const KNOWN_NIP_WEIGHT = 2;

/**
 * Heading fields are not checked by arithmetic, so all readings vote, each day they print for
 * itself; on a tie the better reading has its way.
 * @param ranked the readings, best first
 */
export function voteHeading(
  best: ParsedReceipt,
  ranked: readonly { readonly draft: ReceiptDraft; readonly receipt: ParsedReceipt }[],
): ParsedReceipt {
  const receipts = [best, ...ranked.map(({ receipt }) => receipt)];
  const date = winningValue(ranked.flatMap(({ draft }): readonly DateVote[] => draft.dates));
  const nip = winningValue(
    ranked.flatMap(({ draft }) => {
      const { nip: value, readAs } = draft.nip;
      if (value === null) return [];
      const known = draft.chain?.nips.includes(value) && readAs === undefined;
      return [{ value, weight: known ? KNOWN_NIP_WEIGHT : 1 }];
    }),
  );
  const voteField = (
    of: (receipt: ParsedReceipt) => string | null,
    counts = (_: ReceiptDraft) => 1,
  ) =>
    winningValue(
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
    name: voteField(
      ({ merchant: { name } }) => name,
      ({ list }) => list.weight,
    ),
    nip,
    chain: voteField(({ merchant: { chain } }) => chain),
  };
  return {
    ...best,
    merchant,
    date,
    time: voteField(({ time }) => time),
    receiptNumber: voteField(({ receiptNumber }) => receiptNumber),
    payment: receipts.find(({ payment }) => payment !== null)?.payment ?? null,
    reasons,
  };
}
