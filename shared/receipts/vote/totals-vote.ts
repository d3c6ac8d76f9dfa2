import type { Minor } from '#shared/money/money.ts';
import type { TaxLine, VatLetter } from '#shared/receipts/model/receipt.ts';
import type { ReceiptDraft } from '#shared/receipts/parse/read-draft.ts';

/** Decides for the reading's own number where as many others contradict it as agree. */
const OWN_VOTE_BONUS = 0.5;

/** A draft with the totals and the tax table that most readings of the paper have. */
export function voteTotals(draft: ReceiptDraft, others: readonly ReceiptDraft[]): ReceiptDraft {
  const voted = (of: (draft: ReceiptDraft) => Minor | null) =>
    voteAmount(of(draft), others.map(of));
  const first = voted(({ totals }) => totals.sums[0] ?? null);
  const [, ...further] = draft.totals.sums;
  return {
    ...draft,
    totals: {
      ...draft.totals,
      due: voted(({ totals }) => totals.due),
      paid: voted(({ totals }) => totals.paid),
      sums: first === null ? [] : [first, ...further],
    },
    taxes: voteTaxes(
      draft.taxes,
      others.map(({ taxes }) => taxes).filter((rows) => rows.length > 0),
    ),
  };
}

function voteAmount(own: Minor | null, others: readonly (Minor | null)[]): Minor | null {
  const votes = new Map<Minor, number>();
  if (own !== null) votes.set(own, 1 + OWN_VOTE_BONUS);
  for (const other of others) if (other !== null) votes.set(other, (votes.get(other) ?? 0) + 1);
  const [most] = [...votes].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

/** Rows that at least half of the tables have; their fields by vote. */
function voteTaxes(own: readonly TaxLine[], others: readonly (readonly TaxLine[])[]): TaxLine[] {
  const tables = own.length === 0 ? others : [own, ...others];
  const letters = new Set<VatLetter>(tables.flat().map(({ letter }) => letter));
  return [...letters].sort().flatMap((letter) => {
    const rowOf = (table: readonly TaxLine[]) => table.find((row) => row.letter === letter);
    const rows = tables.flatMap((table) => rowOf(table) ?? []);
    if (rows.length * 2 < tables.length) return [];
    const field = (of: (row: TaxLine) => number | null) => {
      const mine = rowOf(own);
      const theirs = others.map((table) => rowOf(table)).map((row) => (row ? of(row) : null));
      return voteAmount(mine === undefined ? null : of(mine), theirs);
    };
    const [rate, gross, tax] = [
      field((row) => row.rate),
      field((row) => row.gross),
      field((row) => row.tax),
    ];
    return [{ letter, rate, gross, tax }];
  });
}
