import type { Language } from '#shared/language/lemma.ts';
import type { Location } from '#shared/products/location.ts';
import counting from './data/counting.json' with { type: 'json' };
import { isBarred } from './find-cue.ts';
import type { Message } from './message.ts';
import { type Clause, clausesOf, type Piece } from './pieces.ts';
import type { SaidDays } from './read-days.ts';
import { itemsOf, nameOf } from './read-items.ts';
import { placesIn } from './read-place.ts';
import { readQuestion } from './read-question.ts';
import type { Change, Item, PantryRequest } from './request.ts';

/**
 * What a message asks of the pantry, in the order in which it is said. Nothing where that is not sure:
 * what is denied, wished or asked whether it may be done is no request.
 */
export function requestsOf({ text, language, today, tokens: all, days }: Message): PantryRequest[] {
  const requests: PantryRequest[] = [];
  const clauses = clausesOf(all, text, language);
  for (const [at, clause] of clauses.entries()) {
    if (clause.some((piece) => isBarred(piece.tokens, language))) return [];
    const request = readClause(clause, { text, language, days: daysOf(clauses, at, days), today });
    if (request === undefined) continue;
    addTo(requests, request);
  }
  return requests;
}

interface Context {
  readonly text: string;
  readonly language: Language;
  readonly days: readonly SaidDays[];
  readonly today: string;
}

function readClause(clause: Clause, context: Context): PantryRequest | undefined {
  const piece = clause.find(({ cue }) => cue !== undefined);
  if (piece?.isQuestion) return readQuestion(piece, context);
  if (piece === undefined && asksWhetherThere(clause, context)) {
    const product = nameOf(
      clause.flatMap(({ tokens: all }) => all),
      context.text,
      context.language,
    );
    return product === null ? undefined : { act: 'howMuch', product };
  }
  return readChange(clause, piece, context);
}

/** `Jajka mam?`, `a chleb jest?`: what is asked after stands first. */
function asksWhetherThere(clause: Clause, { text, language }: Context): boolean {
  const last = clause.at(-1)?.tokens.findLast(({ kind }) => kind === 'word');
  const isLast = last !== undefined && text.slice(last.end).trim() === '?';
  return isLast && counting.endsWithHave[language].includes(last.text);
}

function readChange(
  clause: Clause,
  piece: Piece | undefined,
  { text, language, days }: Context,
): Change | undefined {
  const { items, reason } = itemsOf(clause, text, language);
  const places = clause.flatMap(({ tokens: all }) => placesIn(all));
  const name = piece?.cue?.name ?? signOf(clause) ?? (startsWithPlace(clause) ? 'add' : undefined);
  if (name === undefined) return undefined;
  const to = places.find(({ from }) => !from)?.location;
  const expires = days.find(({ keeps }) => keeps)?.to;
  const asked: readonly Item[] = items.length === 0 ? [{ product: null, amount: null }] : items;
  switch (name) {
    case 'add':
    case 'addNow': {
      const said = { ...(to && { location: to }), ...(expires && { expires }) };
      return { act: 'add', items: asked.map((item) => ({ ...item, ...said })) };
    }
    case 'finish':
      return { act: 'consume', items: asked.map(wholeUnlessSaid) };
    case 'thaw':
      return { act: 'move', items: put(asked, to ?? 'fridge') };
    case 'move':
      if (to === undefined) return undefined;
      return { act: to === 'freezer' ? 'freeze' : 'move', items: put(asked, to) };
    case 'freeze':
      return { act: 'freeze', items: put(asked, 'freezer') };
    case 'waste':
      return { act: 'waste', items: [...asked], ...(reason && { reason }) };
    case 'open':
    case 'consume':
      return { act: name, items: [...asked] };
    default:
      return undefined;
  }
}

function put(items: readonly Item[], location: Location): Item[] {
  return items.map((item) => ({ ...item, location }));
}

function wholeUnlessSaid(item: Item): Item {
  return { ...item, amount: item.amount ?? { kind: 'all' } };
}

/** `milk: -200 ml` was used, `+3 eggs` came. */
function signOf(clause: Clause): 'consume' | 'add' | undefined {
  for (const { tokens: all } of clause) {
    const at = all.findIndex(({ text }) => text === '-' || text === '+');
    if (at !== -1 && all[at + 1]?.kind === 'number') {
      return all[at]?.text === '-' ? 'consume' : 'add';
    }
  }
  return undefined;
}

/** `do spiżarni: 5 puszek kukurydzy` */
function startsWithPlace([first, second]: Clause): boolean {
  const place = first && placesIn(first.tokens)[0];
  return second !== undefined && place?.at.length === first?.tokens.length && !place?.from;
}

/**
 * What a clause only adds to the one before it: why (`wyrzuć pomidory, zgniły`), how much (`kefir się
 * zepsuł, pół litra wylałam`), or that what was put away is new (`put mince in the freezer, just bought it`).
 */
function addTo(requests: PantryRequest[], request: PantryRequest): void {
  const last = requests.at(-1);
  const names = 'items' in request && request.items.some(({ product }) => product !== null);
  if (last !== undefined && 'items' in last && 'items' in request && !names) {
    if (request.act === 'waste' && last.act === 'waste') {
      const [said] = request.items;
      requests[requests.length - 1] = {
        ...last,
        ...(last.items.length === 1 && { items: last.items.map((item) => amountOf(item, said)) }),
        ...(request.reason && { reason: request.reason }),
      };
      return;
    }
    // `Add 500 g of it, just bought it`: said twice, it came once.
    if (request.act === 'add' && last.act === 'add' && isOfNothing(request)) return;
    if (request.act === 'add' && (last.act === 'move' || last.act === 'freeze')) {
      requests[requests.length - 1] = { ...last, act: 'add' };
      return;
    }
    // `weź 100 g masła i wrzuć do ciasta`
    if (request.act === 'add' && last.act === 'consume') return;
  }
  requests.push(request);
}

function isOfNothing({ items }: Change): boolean {
  return items.every(({ product, amount }) => product === null && amount === null);
}

function amountOf(item: Item, said: Item | undefined): Item {
  return { ...item, amount: item.amount ?? said?.amount ?? null };
}

/** The days that stand before the next clause and not before this one, but for the first. */
function daysOf(clauses: readonly Clause[], at: number, days: readonly SaidDays[]) {
  const startOf = (clause: Clause | undefined) => clause?.[0]?.tokens[0]?.at;
  const start = at === 0 ? 0 : (startOf(clauses[at]) ?? 0);
  const end = startOf(clauses[at + 1]) ?? Number.POSITIVE_INFINITY;
  return days.filter((one) => one.at >= start && one.at < end);
}
