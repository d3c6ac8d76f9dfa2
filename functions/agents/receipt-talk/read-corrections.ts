import type { Language } from '#shared/language/lemma.ts';
import { readOrdinal } from '#shared/language/ordinal.ts';
import type {
  LineCorrection,
  ReceiptTalkState,
} from '#shared/orchestration/agents/receipt-talk-state.ts';
import { Quantity } from '#shared/pantry/lot.ts';
import { correctionCues } from '#shared/receipt-requests/read-act.ts';
import type { ItemRow } from '#shared/receipts/records/receipt-store.ts';
import type { QuantitySlot, Slots } from '#shared/slots/slots.ts';
import { type LineMention, lineMentions, linesMeant } from './meant-lines.ts';
import { readNames, shopSaid } from './read-names.ts';
import { notDenied, type SaidValue, saidPrices } from './said-values.ts';

/** One thing that is to be different on a receipt. `lines`: all that may be meant; none where none is called so. */
export type Correction =
  | {
      readonly of: 'line';
      readonly lines: readonly ItemRow[];
      readonly correction: LineCorrection;
      readonly isEach?: boolean;
    }
  | { readonly of: 'day'; readonly day: string }
  | { readonly of: 'total'; readonly value: string }
  | { readonly of: 'shop'; readonly name: string }
  | { readonly of: 'add'; readonly name: string; readonly price: string }
  /** A line is wrong, and it was not said what it should be. */
  | { readonly of: 'wrong-line'; readonly line: ItemRow };

/** A message about the receipt whose lines these are. */
export interface CorrectionContext {
  readonly message: string;
  readonly slots: Slots;
  readonly items: readonly ItemRow[];
  readonly state: ReceiptTalkState;
  readonly today: string;
  readonly language: Language;
}

/** What of a receipt a message says to be different; none where it says nothing of the kind. */
export function readCorrections(context: CorrectionContext): Correction[] {
  const { message, slots, items, state, today } = context;
  const cues = correctionCues(message);
  const mentions = lineMentions(message, slots.products, items);
  const prices = saidPrices(message, slots);
  const shop = cues.ofShop ? shopSaid(message) : null;
  if (shop !== null) return [{ of: 'shop', name: shop }];
  const [date] = notDenied(message, slots.dates);
  const isOfDay = cues.ofDay || state.corrected === 'day' || mentions.length === 0;
  if (date !== undefined && prices.length === 0 && isOfDay)
    return [{ of: 'day', day: lastTime(date.from, today) }];
  if (cues.takesOut && mentions.length > 0)
    return mentions.map(({ lines }) => ({ of: 'line', lines, correction: { remove: true } }));
  const [price] = prices;
  if (cues.adds && price !== undefined) {
    const added = slots.products.findLast(({ end }) => end <= price.at);
    return added === undefined ? [] : [{ of: 'add', name: added.name, price: price.value }];
  }
  if (price !== undefined) {
    const isTotal = cues.ofTotal || state.corrected === 'total';
    if (isTotal && mentions.length === 0) return [{ of: 'total', value: price.value }];
    return priceCorrections(prices, mentions, pointedAt(context));
  }
  const line = linesOf(mentions, context);
  const quantity = Quantity.safeParse(stockOf(notDenied(message, slots.quantities)[0]));
  if (quantity.success && line !== undefined)
    return [{ of: 'line', lines: line, correction: { quantity: quantity.data } }];
  return renamed(context, mentions);
}

/** Each price belongs to the line that is named right before it, or else behind it. */
function priceCorrections(
  prices: readonly SaidValue[],
  mentions: readonly LineMention[],
  pointed: readonly ItemRow[],
): Correction[] {
  return prices.map(({ value, at, isEach }) => {
    const before = mentions.findLast(({ end }) => end <= at);
    const lines = (before ?? mentions[0])?.lines ?? pointed;
    return { of: 'line', lines, correction: { price: value }, isEach };
  });
}

function renamed(context: CorrectionContext, mentions: readonly LineMention[]): Correction[] {
  const { message, slots, items, language } = context;
  const { from, to } = readNames(message, slots.products, language);
  const named = from === null ? [] : linesMeant(from, items);
  const lines = named.length > 0 ? named : (linesOf(mentions, context) ?? []);
  if (to !== null) {
    const pointed = lines.length > 0 ? lines : pointedAt(context);
    return [{ of: 'line', lines: pointed, correction: { name: to } }];
  }
  const [line, second] = lines;
  return line !== undefined && second === undefined ? [{ of: 'wrong-line', line }] : [];
}

/** By name, or by what is pointed at. */
function linesOf(
  mentions: readonly LineMention[],
  context: CorrectionContext,
): readonly ItemRow[] | undefined {
  const lines = mentions[0]?.lines ?? pointedAt(context);
  return lines.length > 0 ? lines : undefined;
}

/** `trzecia pozycja`, or the line that was talked about last. */
function pointedAt({ message, items, state }: CorrectionContext): readonly ItemRow[] {
  const ordinal = readOrdinal(message);
  const byPlace = ordinal === null ? undefined : items[ordinal - 1];
  const found = byPlace ?? items.find(({ id }) => id === state.itemId);
  return found === undefined ? [] : [found];
}

/** Nobody buys in the future: of a day that is still to come the one of the year before is meant. */
function lastTime(day: string, today: string): string {
  if (day <= today) return day;
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace('-02-29', '-02-28');
}

function stockOf(said: QuantitySlot | undefined) {
  return said && { value: said.value, unit: said.unit };
}
