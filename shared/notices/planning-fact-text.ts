import type { Locale } from '#shared/context/locale.ts';
import { moneyText } from '#shared/money/money-text.ts';
import { largerAmountText } from '#shared/pantry/lot-text.ts';
import type { PlanningFact } from './planning-fact.ts';

type About<Fact extends PlanningFact['fact']> = Extract<PlanningFact, { fact: Fact }>;

const WORDS = {
  pl: {
    empty: 'Lista zakupów jest pusta: nic nie zostało do kupienia.',
    list: 'Na liście zakupów:',
    isNew: 'Do kupienia:',
    more: (count: number) => `… i jeszcze ${count}.`,
    ticked: (count: number) => `Kupione: ${count}.`,
    cost: (sum: string) => `Zakupy wyjdą około ${sum}.`,
    sums: (cost: string, saved: string) =>
      `Zakupy wyjdą około ${cost}, a plan ratuje jedzenie warte ${saved}.`,
    noPrices: 'Nie znam cen tego, co jest na liście.',
    unpriced: (count: number) => `Nie znam ceny pozycji: ${count}, więc ich nie wliczam.`,
    notOnList: (names: string) => `Na liście zakupów tego nie ma: ${names}.`,
    which: 'O którą pozycję chodzi?',
    understood: (wishes: string) => `Uwzględniam: ${wishes}.`,
    leftOut: (words: string) => `Tego nie umiem uwzględnić, więc pomijam: ${words}.`,
    strangers: (names: string) =>
      `Nie znam takiej osoby w domu: ${names}. Dla kogo mam planować? Podaj imię domownika albo liczbę osób.`,
    inTheWay: 'Tych życzeń nie da się spełnić naraz. Wystarczy zmienić:',
  },
  en: {
    empty: 'The shopping list is empty: there is nothing left to buy.',
    list: 'On the shopping list:',
    isNew: 'To buy:',
    more: (count: number) => `… and ${count} more.`,
    ticked: (count: number) => `Bought: ${count}.`,
    cost: (sum: string) => `The shopping comes to about ${sum}.`,
    sums: (cost: string, saved: string) =>
      `The shopping comes to about ${cost}, and the plan saves food worth ${saved}.`,
    noPrices: 'I know no prices of what is on the list.',
    unpriced: (count: number) => `Items without a known price, which are not counted: ${count}.`,
    notOnList: (names: string) => `This is not on the shopping list: ${names}.`,
    which: 'Which item do you mean?',
    understood: (wishes: string) => `I take into account: ${wishes}.`,
    leftOut: (words: string) => `I cannot take this into account and leave it out: ${words}.`,
    strangers: (names: string) =>
      `I know nobody of this name in the household: ${names}. Whom shall I plan for? Give the name of somebody who lives here, or how many eat.`,
    inTheWay: 'These wishes cannot all be met. It is enough to change:',
  },
} as const;

/** A fact around plans and shopping lists in words. */
export function planningFactText(fact: PlanningFact, locale: Locale): string {
  const words = WORDS[locale];
  switch (fact.fact) {
    case 'list':
      return listText(fact, locale);
    case 'sums':
      return words.sums(moneyText(fact.cost, locale), moneyText(fact.saved, locale));
    case 'list-cost':
      return costText(fact, locale);
    case 'not-on-list':
      return words.notOnList(fact.names.join(', '));
    case 'which-item':
      return [words.which, ...fact.names.map((name, at) => `${at + 1}. ${name}`)].join('\n');
    case 'understood':
      return words.understood(fact.wishes.join('; '));
    case 'left-out':
      return words.leftOut(fact.words.map((one) => quoted(one, locale)).join(', '));
    case 'strangers':
      return words.strangers(fact.names.join(', '));
    case 'in-the-way': {
      const details = fact.details.map(({ meal, detail }) =>
        meal === null ? `– ${detail}` : `– ${meal}: ${detail}`,
      );
      return [words.inTheWay, ...details, ...(fact.more > 0 ? [words.more(fact.more)] : [])].join(
        '\n',
      );
    }
  }
}

function listText({ isNew, items, more, ticked }: About<'list'>, locale: Locale): string {
  const words = WORDS[locale];
  if (items.length === 0) return words.empty;
  const lines = items.map((item) => `– ${itemText(item, locale)}`);
  return [
    isNew ? words.isNew : words.list,
    ...lines,
    ...(more > 0 ? [words.more(more)] : []),
    ...(ticked > 0 ? [words.ticked(ticked)] : []),
  ].join('\n');
}

/** `mąka: 250 g (1 × 1 kg), 3,99 zł` */
function itemText({ name, needed, packs, price }: About<'list'>['items'][number], locale: Locale) {
  const sold = packs && `${packs.count} × ${largerAmountText(packs.size, locale)}`;
  const amount =
    needed && `${largerAmountText(needed, locale)}${sold === null ? '' : ` (${sold})`}`;
  const facts = [amount, price && moneyText(price, locale)].filter((one) => one !== null);
  return facts.length === 0 ? name : `${name}: ${facts.join(', ')}`;
}

function costText({ price, unpriced }: About<'list-cost'>, locale: Locale): string {
  const words = WORDS[locale];
  const isKnown = Number(price.amount) > 0;
  const cost = isKnown ? words.cost(moneyText(price, locale)) : words.noPrices;
  return isKnown && unpriced > 0 ? `${cost} ${words.unpriced(unpriced)}` : cost;
}

function quoted(words: string, locale: Locale): string {
  return locale === 'pl' ? `„${words}”` : `“${words}”`;
}
