import { fold } from '#shared/language/fold.ts';
import { readOrdinal } from '#shared/language/ordinal.ts';
import type { PlanDraft } from '#shared/meal-plans/records/stored-plan.ts';
import { type ListAct, namesList } from '#shared/plan-requests/read-act.ts';
import { byAisle } from '#shared/shopping/aisle.ts';
import { priceOf } from '#shared/shopping/price-of.ts';
import type { NewShoppingItem, ShoppingItem } from '#shared/shopping/shopping-schema.ts';
import { meantPlan } from './meant-meals.ts';
import { sumsOf } from './plan-lines.ts';
import { type SaidItem, saidItems } from './said-items.ts';
import type { TalkContext } from './talk-context.ts';
import type { PlannerTurn, Said } from './turn.ts';

const MOST_LINES = 40;
const EVERYTHING =
  /\b(?:wyczysc|oproznij|clear|empty|wipe|wszystk\w+|cal[aąe]\w*|calosc|everything|all|whole)\b/;

const THESE = /\b(?:je|ich|go|ja|to|te|them|it|these|those|that)\b/;

/** What a message asks of the shopping list; what it changes is proposed. */
export async function talkOfList(context: TalkContext, act: ListAct): Promise<PlannerTurn> {
  const turn = await answered(context, act);
  return { ...turn, state: { ...turn.state, ofList: true } };
}

async function answered(context: TalkContext, act: ListAct): Promise<PlannerTurn> {
  switch (act) {
    case 'list-make':
      return await makeList(context);
    case 'list-add':
      return addItems(context);
    case 'list-show':
      return showList(context);
    case 'list-cost':
      return tellCost(context);
    case 'list-tick':
    case 'list-remove':
      return takeItems(context, act);
  }
}

/** The list of the plan that is talked about; of things that are named, a list of these. */
async function makeList(context: TalkContext): Promise<PlannerTurn> {
  const { phrases, state, isOpen, slots, deps } = context;
  if (slots.products.length > 0) return addItems(context, true);
  if (isOpen && state.draft !== null && state.planId === null)
    return { act: 'list-make', said: [boughtFor(state.draft), phrases.saveFirst] };
  const planId = meantPlan(context)?.stored?.id;
  if (planId === undefined) return { act: 'list-make', said: [phrases.noPlanForList] };
  const items = byAisle(await deps.needs(planId));
  if (items.length === 0) return { act: 'list-make', said: [phrases.allAtHome] };
  return {
    act: 'list-make',
    said: [listFact(items, true)],
    proposal: { kind: 'shopping-list', planId, items: [...items], price: priceOf(items) },
    list: { listId: null, items },
    state: { planId },
  };
}

/** What a plan that nobody keeps yet buys; packs and prices come with its list. */
function boughtFor({ outcome }: PlanDraft): Said {
  const buys = outcome.slots.flatMap((slot) => slot.buys);
  const items = [...Map.groupBy(buys, ({ product, quantity }) => `${product} ${quantity.unit}`)];
  const all = items.flatMap(([, [first, ...others]]) => {
    if (first === undefined) return [];
    const { product: name, quantity } = first;
    const value = others.reduce(
      (sum, one) => sum + Number(one.quantity.value),
      Number(quantity.value),
    );
    const needed = { value: String(Math.ceil(value)), unit: quantity.unit };
    return [{ name, needed, packs: null, price: null }];
  });
  const shown = all.slice(0, MOST_LINES);
  return { fact: 'list', isNew: true, items: shown, more: all.length - shown.length, ticked: 0 };
}

function addItems({ message, phrases, slots, snapshot }: TalkContext, isNew = false): PlannerTurn {
  const add = saidItems(message, slots).map(itemOf);
  if (add.length === 0) return { act: 'list-add', said: [phrases.whatItem], asks: true };
  const listId = isNew ? null : (snapshot.list?.id ?? null);
  return {
    act: 'list-add',
    said: [],
    proposal: { kind: 'shopping-item', listId, add, tick: [], remove: [] },
  };
}

function itemOf({ name, quantity }: SaidItem): NewShoppingItem {
  return quantity === undefined ? { name } : { name, quantity };
}

function showList({ phrases, snapshot }: TalkContext): PlannerTurn {
  const { list } = snapshot;
  if (list === null) return { act: 'list-show', said: [phrases.noList] };
  const items = byAisle(list.items);
  return {
    act: 'list-show',
    said: [listFact(items, false)],
    list: { listId: list.id, items },
  };
}

function tellCost(context: TalkContext): PlannerTurn {
  const { message, phrases, snapshot, state } = context;
  const { list } = snapshot;
  const plan = state.ofList || (list !== null && namesList(message)) ? null : meantPlan(context);
  if (plan !== null) return { act: 'list-cost', said: [sumsOf(plan.draft.outcome)] };
  if (list === null) return { act: 'list-cost', said: [phrases.noList] };
  const open = list.items.filter(({ ticked }) => !ticked);
  const unpriced = open.filter(({ price }) => price === null).length;
  return {
    act: 'list-cost',
    said: [{ fact: 'list-cost', price: priceOf(open), unpriced }],
    list: { listId: list.id, items: byAisle(list.items) },
  };
}

/** Items that were bought, or are not to be: those that are named, or all. */
function takeItems(context: TalkContext, act: 'list-tick' | 'list-remove'): PlannerTurn {
  const { message, phrases, slots, snapshot, state } = context;
  const { list } = snapshot;
  if (list === null) return { act, said: [phrases.noList] };
  const open = byAisle(list.items.filter(({ ticked }) => act === 'list-remove' || !ticked));
  const said = saidItems(message, slots);
  const ordinal = said.length === 0 ? readOrdinal(message) : null;
  // `Skreśl je`: what was just spoken of.
  const spokenOf = open.filter(({ id }) => state.items.includes(id));
  const isThese = said.length === 0 && THESE.test(fold(message)) && spokenOf.length > 0;
  const isAll = EVERYTHING.test(fold(message));
  if (said.length === 0 && ordinal === null && !isAll && !isThese)
    return { act, said: [phrases.whatItem], asks: true };
  const found = isAll
    ? open.map((item) => [item])
    : isThese
      ? spokenOf.map((item) => [item])
      : ordinal !== null
        ? [open.slice(ordinal - 1, ordinal)]
        : said.map((one) => alike(open, one));
  const unclear = found.find((items) => items.length > 1);
  if (unclear !== undefined)
    return { act, said: [{ fact: 'which-item', names: namesOf(unclear) }], asks: true };
  const missing = said.filter((_, at) => !isAll && found[at]?.length === 0);
  const notThere: Said[] =
    missing.length === 0 ? [] : [{ fact: 'not-on-list', names: missing.map(({ words }) => words) }];
  const meant = found.flat().map(({ id, name }) => ({ id, name }));
  if (meant.length === 0)
    return { act, said: notThere.length > 0 ? notThere : [listFact([], false)] };
  const change = act === 'list-tick' ? { tick: meant, remove: [] } : { tick: [], remove: meant };
  return {
    act,
    said: notThere,
    proposal: { kind: 'shopping-item', listId: list.id, add: [], ...change },
    state: { items: meant.map(({ id }) => id).slice(0, 50) },
  };
}

/** Items of the same product, or called alike; one that is called just so stands alone. */
function alike(items: readonly ShoppingItem[], said: SaidItem): ShoppingItem[] {
  const same = items.filter(({ productId }) => productId !== null && productId === said.productId);
  if (same.length > 0) return same.slice(0, 1);
  const [words, name] = [stemsOf(said.words), fold(said.name)];
  const exact = items.filter((item) => fold(item.name) === name);
  if (exact.length > 0) return exact.slice(0, 1);
  return items.filter((item) => {
    const stems = stemsOf(item.name);
    return words.length > 0 && words.every((word) => stems.includes(word));
  });
}

/** As much of a word as its other forms begin with: `chleba`, `mleko`. */
function stemsOf(text: string): string[] {
  const words = fold(text).match(/\p{L}{3,}/gu) ?? [];
  return words.map((word) => word.slice(0, Math.max(3, Math.min(5, word.length - 1))));
}

function namesOf(items: readonly ShoppingItem[]): string[] {
  return items.slice(0, 10).map(({ name }) => name);
}

function listFact(all: readonly ShoppingItem[], isNew: boolean): Said {
  const open = all.filter(({ ticked }) => !ticked);
  const items = open
    .slice(0, MOST_LINES)
    .map(({ name, needed, packs, price }) => ({ name, needed, packs, price }));
  const ticked = all.length - open.length;
  return { fact: 'list', isNew, items, more: open.length - items.length, ticked };
}
