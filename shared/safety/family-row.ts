import allergens from './data/families/allergens.json' with { type: 'json' };
import cereals from './data/families/cereals.json' with { type: 'json' };
import fish from './data/families/fish-and-seafood.json' with { type: 'json' };
import fruit from './data/families/fruit.json' with { type: 'json' };
import meat from './data/families/meat.json' with { type: 'json' };
import nuts from './data/families/nuts-and-seeds.json' with { type: 'json' };
import vegetables from './data/families/pulses-and-vegetables.json' with { type: 'json' };
import others from './data/families/spices-and-others.json' with { type: 'json' };
import { SUBSTANCES, type Substance } from './lexicon-row.ts';

/** A food with what is made of it, for people who avoid it by their own word. */
export interface Family {
  readonly id: string;
  /** What a person calls it and recipes name it by, as rows of the lexicon write names. */
  readonly names: string;
  /** What only a person calls it: diseases, proteins, abbreviations. */
  readonly terms: string;
  /** What is surely made with it. */
  readonly has: string;
  /** What often is. */
  readonly may: string;
  /** What looks like it and is something else. */
  readonly not: string;
  /** Substances of the lexicon that are this food: whatever has one has it. */
  readonly is: readonly Substance[];
  /** The substance of which it is one kind: what has that, and no other kind is named, may have it. */
  readonly of: Substance | null;
  /** Mixtures that may have it. */
  readonly mixtures: readonly string[];
  /** Families that are kinds of it. */
  readonly members: readonly string[];
  /** Not in what is said to be vegan. */
  readonly animal: boolean;
  /** Milk without lactose is free of it. */
  readonly lactose: boolean;
  /** What it can be free of and still be there: gluten-free oats are oats. */
  readonly remains: Substance | null;
}

interface Row {
  readonly id: string;
  readonly names: string;
  readonly terms?: string;
  readonly has?: string;
  readonly may?: string;
  readonly not?: string;
  readonly is?: string;
  readonly of?: string;
  readonly in?: string;
  readonly members?: string;
  readonly animal?: boolean;
  readonly lactose?: boolean;
  readonly remains?: string;
}

const FILES = [allergens, cereals, meat, fish, nuts, vegetables, fruit, others];

export const FAMILIES: readonly Family[] = FILES.flatMap(({ families }) =>
  families.map(readFamily),
);

/** Foods of which the parts are not named: names, and what looks like one and is none. */
export const MIXTURES: readonly Pick<Family, 'id' | 'names' | 'not'>[] = others.mixtures.map(
  ({ id, names, not = '' }: Pick<Row, 'id' | 'names' | 'not'>) => ({ id, names, not }),
);

/** @throws on a slip in the data */
export function readFamily(row: Row): Family {
  const { id, names, terms = '', has = '', may = '', not = '', animal = false } = row;
  const [of = null] = substances(row.of ?? '');
  const [remains = null] = substances(row.remains ?? '');
  return {
    id: idOf(id),
    names,
    terms,
    has,
    may,
    not,
    is: substances(row.is ?? ''),
    of,
    mixtures: list(row.in ?? ''),
    members: list(row.members ?? ''),
    animal,
    lactose: row.lactose ?? false,
    remains,
  };
}

function substances(codes: string): Substance[] {
  return list(codes).map((code) => {
    const known = SUBSTANCES.find((substance) => substance === code);
    if (known === undefined) throw new Error(`unknown substance “${code}” of a family`);
    return known;
  });
}

function list(words: string): string[] {
  return words.split(' ').filter((word) => word !== '');
}

/** `brazil nut` is `brazil-nut` where families are listed. */
function idOf(id: string): string {
  return id.replaceAll(' ', '-');
}
