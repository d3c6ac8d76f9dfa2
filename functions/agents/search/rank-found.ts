import { embed } from '#shared/embedding/sentence-vectors.ts';
import { fold } from '#shared/language/fold.ts';
import type { FoundItem } from '#shared/orchestration/agents/search-data.ts';
import { log } from '#shared/telemetry/log.ts';
import type { Asked } from './source.ts';

/** A person reads no more of them. */
export const MAX_SHOWN = 5;
/** Vectors take some 10 ms each. */
const MAX_RANKED = 16;
const MAX_QUOTED = 160;
/** What is asked for by kind, and what is the household's own, before what is as near. */
const [OF_KIND, OWN] = [0.05, 0.02];

/** Each thing once, by its address and by its title, the nearest to the question first. */
export async function rankFound(
  query: Asked,
  found: readonly FoundItem[],
  embedTexts: typeof embed = embed,
): Promise<FoundItem[]> {
  const items = distinct(found).slice(0, MAX_RANKED);
  if (items.length < 2) return items;
  const nearness = await nearnessOf(query.words, items, embedTexts);
  return items
    .map((item, at) => ({ item, score: (nearness[at] ?? 0) + bonusOf(item, query) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_SHOWN)
    .map(({ item }) => item);
}

/** The first of those that are the same, as sources are asked in the order in which they are trusted. */
function distinct(items: readonly FoundItem[]): FoundItem[] {
  const seen = new Set<string>();
  return items.filter(({ title, url, source }) => {
    // Shipped recipes have the address of their collection in common.
    const address = url === null || source === 'shipped' ? [] : [addressOf(url)];
    const keys = [`title ${fold(title)}`, ...address];
    if (keys.some((key) => seen.has(key))) return false;
    for (const key of keys) seen.add(key);
    return true;
  });
}

/** Without what makes no other page of it: protocol, `www.`, query. */
function addressOf(url: string): string {
  const page = URL.parse(url);
  return page === null ? url : `${page.host.replace(/^(?:www|m)\./, '')}${page.pathname}`;
}

async function nearnessOf(
  words: string,
  items: readonly FoundItem[],
  embedTexts: typeof embed,
): Promise<number[]> {
  try {
    const [question] = await embedTexts([words], 'query');
    const texts = items.map(({ title, quote }) => `${title}. ${quote ?? ''}`.slice(0, MAX_QUOTED));
    const passages = await embedTexts(texts, 'passage');
    return passages.map((passage) =>
      passage.reduce((sum, number, at) => sum + number * (question?.[at] ?? 0), 0),
    );
  } catch (error) {
    log.warn('Found pages are in the order of their sources: there are no vectors', { error });
    return items.map((_, at) => -at);
  }
}

function bonusOf({ kind, source }: FoundItem, query: Asked): number {
  const isOfKind = query.kind === 'recipe' ? kind === 'recipe' : kind !== 'recipe';
  const ofKind = query.kind !== null && isOfKind ? OF_KIND : 0;
  return ofKind + (source === 'own' ? OWN : 0);
}
