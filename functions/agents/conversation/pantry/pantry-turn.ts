import * as z from 'zod/mini';
import type { Locale } from '#shared/context/locale.ts';
import type { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import type { NewLot } from '#shared/pantry/lot.ts';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import type { LotInsert } from '#shared/pantry/lot-store.ts';
import { type ReadTalk, readTalk } from '#shared/pantry-requests/read-talk.ts';
import { isChange, type PantryRequest } from '#shared/pantry-requests/request.ts';
import { NOTHING_SAID, type TalkSoFar } from '#shared/pantry-requests/talk-so-far.ts';
import { findProducts } from '#shared/slots/find-products.ts';
import { answerSpending, answerWasted, type MoneyDeps } from './answer-money.ts';
import { answerStock } from './answer-stock.ts';
import type { Outcome } from './outcome.ts';
import { planAdd } from './plan-add.ts';
import { recounted } from './plan-recount.ts';
import { planTaking } from './plan-taking.ts';
import type { Moving, PantrySnapshot } from './snapshot.ts';
import { talkAfter } from './talk-after.ts';

/** What the pantry talk needs of the world. */
export interface PantryDeps extends MoneyDeps {
  readonly pantry: () => Promise<PantrySnapshot>;
  /** Lots as they would be added. */
  readonly completed: (lots: readonly NewLot[]) => Promise<readonly LotInsert[]>;
  /** Lots as they would be after they were opened or put elsewhere. */
  readonly moved: (moving: readonly Moving[]) => Promise<readonly LotRow[]>;
}

export interface PantryMessage {
  readonly message: string;
  readonly locale: Locale;
  readonly talk: TalkSoFar | null;
  readonly hasOpenProposal: boolean;
}

/**
 * What a message asks of the pantry, each request in its turn. Nothing is booked here: changes are
 * proposed. No events when the message asks nothing of the pantry.
 */
export async function* pantryTurn(
  { message, locale, talk, hasOpenProposal }: PantryMessage,
  deps: PantryDeps,
): AsyncGenerator<AgentEvent> {
  const before = talk ?? NOTHING_SAID;
  const snapshot = await deps.pantry();
  const read = readTalk(message, before, { language: locale, today: snapshot.day });
  if (read.requests.length === 0) return;
  const outcomes: Outcome[] = [];
  for (const request of read.requests) {
    outcomes.push(await outcomeOf(request, { snapshot, locale, deps }));
  }
  if (outcomes.every((outcome) => isOfNothing(outcome, locale))) return;
  yield* events(outcomes, { ...read, corrects: read.corrects && hasOpenProposal });
  yield { type: 'state', state: z.parse(z.json(), talkAfter(before, outcomes)) };
}

/** What is neither in the house nor known as food was hardly asked of the pantry. */
function isOfNothing({ facts, proposal, products }: Outcome, locale: Locale): boolean {
  const isMissing = facts.length > 0 && facts.every(({ fact }) => fact === 'not-there');
  const isFood = (name: string) => findProducts(name, locale, []).length > 0;
  return proposal === undefined && isMissing && !products.some(isFood);
}

async function outcomeOf(
  request: PantryRequest,
  { snapshot, locale, deps }: { snapshot: PantrySnapshot; locale: Locale; deps: PantryDeps },
): Promise<Outcome> {
  if (isChange(request)) {
    return request.act === 'add'
      ? await planAdd(request, { locale, snapshot }, deps.completed)
      : await planTaking({ ...request, act: request.act }, { snapshot, moved: deps.moved });
  }
  const asked = { day: snapshot.day, locale };
  switch (request.act) {
    case 'spending':
      return await answerSpending(request, asked, deps);
    case 'wasted':
      return await answerWasted(request, asked, deps);
    case 'count': {
      const change = recounted(request, snapshot);
      return change === undefined
        ? answerStock({ act: 'howMuch', product: request.product }, snapshot)
        : await outcomeOf(change, { snapshot, locale, deps });
    }
    case 'undo':
      return { facts: [{ fact: 'say', what: 'undo' }], request, products: [] };
    default:
      return answerStock(request, snapshot);
  }
}

function* events(outcomes: readonly Outcome[], { corrects }: ReadTalk): Generator<AgentEvent> {
  const asks = outcomes.find(({ pending }) => pending !== undefined);
  const name = asks === undefined ? 'pantry' : 'clarify';
  yield { type: 'intent', intent: { name, confidence: 0.9, source: 'rules' } };
  for (const { facts, proposal } of outcomes) {
    for (const fact of facts) yield { type: 'notice', notice: { about: 'pantry', fact } };
    if (proposal !== undefined) yield { type: 'proposal', proposal, replaces: corrects };
  }
  yield { type: 'data', data: { suggestions: [...(asks?.pending?.choices ?? [])] } };
}
