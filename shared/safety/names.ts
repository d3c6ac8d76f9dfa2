import asia from './data/names/asia.json' with { type: 'json' };
import english from './data/names/english.json' with { type: 'json' };
import europe from './data/names/europe.json' with { type: 'json' };
import polish from './data/names/polish.json' with { type: 'json' };
import products from './data/names/products.json' with { type: 'json' };
import world from './data/names/world.json' with { type: 'json' };
import type { Section } from './lexicon-row.ts';

/** Names of dishes and brands with what is in them; outside of them their words say nothing. */
export const NAMES: readonly Section[] = [asia, english, europe, polish, products, world].flatMap(
  ({ sections }) => sections,
);
