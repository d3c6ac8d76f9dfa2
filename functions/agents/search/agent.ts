import * as z from 'zod/mini';
import type { Locale } from '#shared/context/locale.ts';
import type { FoundItem } from '#shared/orchestration/agents/search-data.ts';
import type { SearchQuery, SearchState } from '#shared/orchestration/agents/search-state.ts';
import type { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import type { Citation } from '#shared/orchestration/contract/citation.ts';
import type { Recipe } from '#shared/recipes/model/recipe.ts';
import { recipeText } from '#shared/recipes/recipe-text.ts';
import { phrasesOf } from './phrases.ts';
import { rankFound } from './rank-found.ts';
import { readQuery } from './read-query.ts';
import { itemText, resultLines } from './result-text.ts';
import type { Found, Source } from './source.ts';

/** What the agent needs of the world. */
export interface SearchDeps {
  /** Asked in this order, as what is one's own goes before what is found elsewhere. */
  readonly sources: readonly Source[];
  /** A recipe that was shown, for everybody who eats; undefined when it is gone, or not for them. */
  readonly recipe: (id: string) => Promise<Recipe | undefined>;
  readonly rank?: typeof rankFound;
}

interface SearchMessage {
  readonly message: string;
  readonly locale: Locale;
  readonly state: SearchState | null;
}

const MAX_REFUSED = 3;
const NEW_STATE: SearchState = { query: null, shown: [] };

/**
 * Finds recipes of the house, and pages of others where those are asked for or the house has few. What
 * is found is quoted and cited as it is; nothing is said that was not found, and who could not be asked is named.
 */
export async function* searchAgent(
  { message, locale, state }: SearchMessage,
  deps: SearchDeps,
): AsyncGenerator<AgentEvent> {
  const read = readQuery(message, locale, state);
  yield { type: 'intent', intent: { name: read.act, confidence: 0.9, source: 'rules' } };
  switch (read.act) {
    case 'what':
      yield { type: 'token', text: phrasesOf(locale).what };
      yield* remembered(state ?? NEW_STATE, [], []);
      break;
    case 'no-such':
      yield { type: 'token', text: phrasesOf(locale).noSuch(read.place) };
      yield* remembered(state ?? NEW_STATE, [], []);
      break;
    case 'show':
      yield* shown(read.item, locale, deps);
      yield* remembered(state ?? NEW_STATE, [read.item], []);
      break;
    case 'search':
      yield* searched(read.query, locale, deps);
  }
}

async function* searched(
  query: SearchQuery,
  locale: Locale,
  { sources, rank = rankFound }: SearchDeps,
): AsyncGenerator<AgentEvent> {
  const asked = { ...query, language: query.language ?? locale };
  const found: Found[] = [];
  for (const source of sources) {
    const before = found.flatMap(({ items }) => items);
    if (source.serves(asked, before)) found.push(await source.find(asked));
  }
  const items = await rank(
    asked,
    found.flatMap((one) => one.items),
  );
  const notAsked = found.flatMap((one) => one.notAsked ?? []);
  const refused = found.flatMap((one) => one.refused ?? []);
  const isLonger = found.some((one) => one.isLonger === true);
  const lines = resultLines(query, { items, notAsked, isLonger }, locale);
  yield { type: 'token', text: lines.join('\n') };
  if (refused.length > 0) {
    const dishes = refused.slice(0, MAX_REFUSED).map((dish) => ({ ...dish }));
    yield {
      type: 'notice',
      notice: { about: 'not-offered', dishes, more: refused.length - dishes.length },
    };
  }
  for (const item of items) yield { type: 'citation', citation: citationOf(item) };
  if (notAsked.length > 0) yield { type: 'degraded', reason: 'web-away' };
  yield* remembered({ query, shown: items }, items, notAsked);
}

async function* shown(
  item: FoundItem,
  locale: Locale,
  { recipe }: Pick<SearchDeps, 'recipe'>,
): AsyncGenerator<AgentEvent> {
  const { gone, headings } = phrasesOf(locale);
  const found = item.kind === 'recipe' ? await recipe(item.id) : undefined;
  const whole = found === undefined ? gone : recipeText(found, [], headings);
  yield { type: 'token', text: item.kind === 'recipe' ? whole : itemText(item, locale) };
  yield { type: 'citation', citation: citationOf(item) };
}

function* remembered(
  state: SearchState,
  results: readonly FoundItem[],
  notAsked: readonly string[],
): Generator<AgentEvent> {
  yield { type: 'data', data: { results: [...results], notAsked: [...notAsked] } };
  yield { type: 'state', state: z.parse(z.json(), state) };
}

function citationOf({ kind, id, title, url, quote, page }: FoundItem): Citation {
  return {
    kind,
    id,
    title,
    ...(url !== null && { url }),
    ...(quote !== null && quote !== '' && { quote }),
    ...(page !== null && { page }),
  };
}
