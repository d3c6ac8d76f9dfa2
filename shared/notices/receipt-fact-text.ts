import type { Locale } from '#shared/context/locale.ts';
import { type Money, toMoney } from '#shared/money/money.ts';
import { moneyText } from '#shared/money/money-text.ts';
import { amountText, dayText } from '#shared/pantry/lot-text.ts';
import { minorOf } from '#shared/quantities/stock-quantity.ts';
import { receiptLabel } from '#shared/receipts/records/receipt-label.ts';
import type { AboutReceipt, ReceiptFact, ToldLine, ToldReceipt } from './receipt-fact.ts';
import { PHRASES } from './receipt-phrases.ts';
import { reasonText, STATUSES } from './receipt-words.ts';

/** A fact about receipts in words. Lines stand as they were printed, or as they were corrected. */
export function receiptFactText(fact: ReceiptFact, locale: Locale): string {
  const phrases = PHRASES[locale];
  switch (fact.fact) {
    case 'how-to':
      return phrases.howTo;
    case 'none':
      return phrases.none;
    case 'no-such': {
      const what = [fact.shop, fact.day && dayText(fact.day, locale)];
      return phrases.noSuch(what.filter((one) => one !== null).join(', '));
    }
    case 'upload':
      return uploadText(fact, locale);
    case 'read':
      return readText(fact, locale);
    case 'contents': {
      const more = fact.more > 0 ? [phrases.more(fact.more)] : [];
      const label = receiptLabel(fact.receipt.label, locale);
      const numbered = fact.lines.map((line, at) => `${at + 1}. ${lineText(line, locale)}`);
      return [phrases.contents(label), ...numbered, ...more, ...stateOf(fact.receipt, locale)].join(
        '\n',
      );
    }
    case 'list': {
      const more = fact.more > 0 ? [phrases.moreReceipts(fact.more)] : [];
      const told = fact.receipts.map((one, at) => `${at + 1}. ${summaryText(one, locale)}`);
      return [phrases.list, ...told, ...more].join('\n');
    }
    case 'review':
      return reviewText(fact, locale);
    case 'balance':
      return balanceText(fact, locale);
    case 'paid':
      return paidText(fact, locale);
    case 'price': {
      const told = fact.lines.map((line) => `– ${lineText(line, locale)}`);
      return [phrases.price(receiptLabel(fact.label, locale)), ...told].join('\n');
    }
    case 'no-line':
      return phrases.noLine(receiptLabel(fact.label, locale), fact.name);
    case 'which-line': {
      const numbered = fact.lines.map((line, at) => `${at + 1}. ${lineText(line, locale)}`);
      return [phrases.which, ...numbered].join('\n');
    }
    case 'what-instead':
      return phrases.whatInstead(lineText(fact.line, locale));
    case 'what-wrong':
      return phrases.whatWrong(receiptLabel(fact.label, locale));
    case 'same-already':
      return phrases.same;
    case 'cannot-retry':
      return { running: phrases.running, done: phrases.done, 'for-good': phrases.forGood }[
        fact.why
      ];
    case 'cannot-delete':
      return phrases.cannotDelete(receiptLabel(fact.label, locale));
  }
}

function lineText({ name, quantity, net }: ToldLine, locale: Locale): string {
  return `${name}, ${amountText(quantity, locale)}: ${moneyText(net, locale)}`;
}

function uploadText({ status, sentOn, problem, canRetry }: AboutReceipt<'upload'>, locale: Locale) {
  const phrases = PHRASES[locale];
  return [
    phrases.upload(dayText(sentOn, locale), STATUSES[locale][status]),
    ...(problem === null ? [] : [problem[locale]]),
    ...(canRetry ? [phrases.canRetry] : []),
  ].join(' ');
}

function readText({ receipt, waiting }: AboutReceipt<'read'>, locale: Locale): string {
  const phrases = PHRASES[locale];
  return [
    phrases.read(receiptLabel(receipt.label, locale)),
    ...stateOf(receipt, locale),
    ...(waiting > 0 ? [phrases.waiting(waiting)] : []),
  ].join(' ');
}

function stateOf({ total, needsReview, isDuplicate }: ToldReceipt, locale: Locale): string[] {
  const phrases = PHRASES[locale];
  return [
    total === null ? phrases.noTotal : phrases.total(moneyText(total, locale)),
    ...(isDuplicate ? [phrases.duplicate] : []),
    ...(needsReview ? [phrases.needsReview] : []),
  ];
}

function summaryText({ label, total, needsReview }: ToldReceipt, locale: Locale): string {
  const phrases = PHRASES[locale];
  const sum = total === null ? phrases.noTotal : moneyText(total, locale);
  return `${receiptLabel(label, locale)}: ${sum}${needsReview ? ` (${phrases.checked})` : ''}`;
}

function reviewText(
  { receipt, reasons, difference, lines }: AboutReceipt<'review'>,
  locale: Locale,
): string {
  const phrases = PHRASES[locale];
  const label = receiptLabel(receipt.label, locale);
  const why = (codes: readonly string[]) =>
    codes.map((code) => reasonText(code, locale)).join(', ');
  const told = [
    ...reasons.filter((one) => one !== 'does-not-balance').map((one) => reasonText(one, locale)),
    ...(difference === null ? [] : [differenceText(difference, locale)]),
    ...lines.map(({ name, reasons: own }) => `${name}: ${why(own)}`),
    ...(receipt.isDuplicate ? [phrases.duplicate] : []),
  ];
  if (told.length === 0) return phrases.noReview(label);
  return [phrases.review(label), ...told.map((one) => `– ${one}`)].join('\n');
}

function differenceText({ amount, currency }: Money, locale: Locale): string {
  const isLess = amount.startsWith('-');
  const sum = moneyText({ amount: amount.replace('-', ''), currency }, locale);
  return PHRASES[locale].difference(sum, isLess);
}

function balanceText({ receipt, difference }: AboutReceipt<'balance'>, locale: Locale): string {
  const phrases = PHRASES[locale];
  const label = receiptLabel(receipt.label, locale);
  if (receipt.total === null || difference === null) return phrases.noBalance(label);
  if (Number(difference.amount) === 0) return phrases.balanced(label);
  return phrases.notBalanced(label, differenceText(difference, locale));
}

function paidText({ shop, from, to, receipts }: AboutReceipt<'paid'>, locale: Locale): string {
  const phrases = PHRASES[locale];
  const days = [from, to].filter((day) => day !== null).map((day) => dayText(day, locale));
  const what = [shop ?? phrases.everywhere, [...new Set(days)].join(' – ')]
    .filter((part) => part !== '')
    .join('; ');
  const priced = receipts.filter(({ total }) => total !== null);
  if (priced.length === 0) return phrases.paidNothing(what);
  const told = priced.map((one) => `– ${summaryText(one, locale)}`);
  const sums = sumsOf(priced.flatMap(({ total }) => (total === null ? [] : [total])));
  const text = sums.map((sum) => moneyText(sum, locale)).join(' + ');
  return [phrases.paid(what, text), ...(told.length > 1 ? told : [])].join('\n');
}

/** One sum for each currency. */
function sumsOf(all: readonly Money[]): Money[] {
  return [...Map.groupBy(all, ({ currency }) => currency)].map(([currency, same]) =>
    toMoney(
      same.reduce((sum, { amount }) => sum + minorOf(amount), 0),
      currency,
    ),
  );
}
