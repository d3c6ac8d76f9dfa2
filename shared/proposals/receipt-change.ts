import * as z from 'zod/mini';
import type { Locale } from '#shared/context/locale.ts';
import { moneyText } from '#shared/money/money-text.ts';
import { amountText, dayText } from '#shared/pantry/lot-text.ts';
import { receiptLabel } from '#shared/receipts/records/receipt-label.ts';
import { changeUndoably, undoChange } from '#shared/receipts/review/undo-change.ts';
import { KeptReceipt } from '#shared/receipts/review/undo-store.ts';
import { defineProposal } from './proposal-kind.ts';
import { type ChangedLine, type ReceiptDiff, receiptChangeSchema } from './schemas/receipts.ts';

type Payload = z.output<typeof receiptChangeSchema.payload>;

const WORDS = {
  pl: {
    ask: 'Poprawić paragon',
    done: 'Poprawiony paragon',
    confirm: 'Zatwierdzić paragon i dodać jego produkty do spiżarni',
    confirmed: 'Zatwierdzony paragon, produkty są w spiżarni',
    date: 'data',
    shop: 'sklep',
    total: 'suma',
    added: 'dopisane',
    removed: 'usunięte',
  },
  en: {
    ask: 'Correct the receipt',
    done: 'Corrected the receipt',
    confirm: 'Confirm the receipt and put its food into the pantry',
    confirmed: 'Confirmed the receipt, its food is in the pantry',
    date: 'date',
    shop: 'shop',
    total: 'total',
    added: 'added',
    removed: 'removed',
  },
} as const;

/** Correcting a receipt; a corrected name is learned, and taking it back unlearns it. */
export const receiptChangeKind = defineProposal(receiptChangeSchema, {
  show: ({ shown }) => shown,
  summary: (payload, locale) => `${headline(payload, locale, 'ask')}?`,
  done: (payload, locale) => `${headline(payload, locale, 'done')}.`,
  isSaid: true,
  undoable: false,
  async apply({ receiptId, version, change }, { client, household }) {
    const kept = await changeUndoably(
      client,
      household.householdId,
      { receiptId, version },
      change,
    );
    // What went into the pantry is taken back by deleting the receipt, or lot by lot.
    return { bookingIds: [], ...(change.confirm !== true && { kept }) };
  },
  async undo(kept, { client, household }) {
    await undoChange(client, household.householdId, z.parse(KeptReceipt, kept));
  },
});

function headline({ label, shown }: Payload, locale: Locale, tense: 'ask' | 'done'): string {
  const words = WORDS[locale];
  const confirms = tense === 'ask' ? words.confirm : words.confirmed;
  const said = shown.confirms ? confirms : words[tense];
  const parts = partsOf(shown, locale);
  const what = parts.length === 0 ? '' : `: ${parts.join('; ')}`;
  return `${said} (${receiptLabel(label, locale)})${what}`;
}

function partsOf({ merchant, date, total, lines }: ReceiptDiff, locale: Locale): string[] {
  const words = WORDS[locale];
  return [
    ...(merchant === null ? [] : [changed(words.shop, merchant, (name) => name)]),
    ...(date === null ? [] : [changed(words.date, date, (day) => dayText(day, locale))]),
    ...(total === null ? [] : [changed(words.total, total, (sum) => moneyText(sum, locale))]),
    ...lines.map((line) => lineText(line, locale)),
  ];
}

function changed<Value>(
  what: string,
  { before, after }: { readonly before: Value | null; readonly after: Value },
  text: (value: Value) => string,
): string {
  return `${what} ${before === null ? '' : `${text(before)} → `}${text(after)}`;
}

function lineText({ before, after }: ReceiptDiff['lines'][number], locale: Locale): string {
  const words = WORDS[locale];
  if (after === null) return `${words.removed}: ${before === null ? '' : before.name}`;
  if (before === null) return `${words.added}: ${nameOf(after)} ${moneyText(after.net, locale)}`;
  const parts = [
    [nameOf(before), nameOf(after)],
    [amountText(before.quantity, locale), amountText(after.quantity, locale)],
    [moneyText(before.net, locale), moneyText(after.net, locale)],
  ].filter(([from, to]) => from !== to);
  const isRenamed = nameOf(before) !== nameOf(after);
  const changes = parts.map(([from, to]) => `${from} → ${to}`).join(', ');
  return isRenamed ? changes : `${nameOf(before)} ${changes}`;
}

function nameOf({ name, product }: ChangedLine): string {
  return product ?? name;
}
