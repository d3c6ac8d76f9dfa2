import { readdirSync } from 'node:fs';
import * as z from 'zod/mini';
import { readBeside } from '#shared/bundle/read-beside.ts';
import { fold } from '#shared/language/fold.ts';

const Lists = z.record(z.string(), z.array(z.string()));
const FamilyFile = z.strictObject({
  /** More names of a food that is already there. */
  names: z.optional(z.record(z.string(), z.string())),
  /** Kinds of one food: each is what is meant by it, and stands in for its siblings. */
  varieties: z.optional(Lists),
  /** What a collective name holds: each is what is meant by it, none stands in for another. */
  members: z.optional(Lists),
  /** Foods each of which stands in for each other. */
  alike: z.optional(z.array(z.array(z.string()))),
  /** What stands in for a food, best first; not the other way round. */
  standsIn: z.optional(Lists),
  /** Grams of what stands in for a gram of what is asked for, where it is not a gram. */
  ratios: z.optional(z.record(z.string(), z.record(z.string(), z.number()))),
  /** Foods that are like nothing else, though their name says so: `masło kakaowe` is no butter. */
  others: z.optional(z.array(z.string())),
});

/** Names of a food by language. */
export interface FoodNames {
  readonly pl: readonly string[];
  readonly en: readonly string[];
}

/** What the files of `data/families/` say; a food is a product's id or one that only they know. */
export interface FoodTable {
  readonly names: ReadonlyMap<string, readonly FoodNames[]>;
  /** Foods that no product of the lexicon is. */
  readonly own: ReadonlySet<string>;
  readonly varieties: Links;
  readonly members: Links;
  readonly alike: Links;
  readonly standsIn: Links;
  /** By what is asked for, then by what stands in. */
  readonly ratios: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export type Links = ReadonlyMap<string, readonly string[]>;

/**
 * Reads all families. Where a food is mentioned, it is by its id, or by a row `cebula biała, biała cebula
 * = white onion`, which makes a food with the id `cebula-biala`.
 * @throws on an id that is neither a product's nor made by a row
 */
export function readFoodTable(isProduct: (id: string) => boolean): FoodTable {
  const names = new Map<string, FoodNames[]>();
  const own = new Set<string>();
  const mentioned = new Set<string>();
  const idOf = (entry: string): string => {
    if (!entry.includes('=')) {
      mentioned.add(entry);
      return entry;
    }
    const row = readNames(entry);
    const id = fold(row.pl[0] ?? row.en[0] ?? '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/-$/, '');
    own.add(id);
    push(names, id, row);
    return id;
  };
  const links = { varieties: new Map(), members: new Map(), alike: new Map(), standsIn: new Map() };
  const ratios = new Map<string, ReadonlyMap<string, number>>();
  for (const file of readFamilies()) {
    for (const [id, row] of Object.entries(file.names ?? {})) push(names, idOf(id), readNames(row));
    for (const kind of ['varieties', 'members', 'standsIn'] as const) {
      for (const [from, entries] of Object.entries(file[kind] ?? {})) {
        const key = idOf(from);
        for (const entry of entries) push(links[kind], key, idOf(entry));
      }
    }
    for (const group of file.alike ?? []) {
      const ids = group.map(idOf);
      for (const id of ids) {
        for (const other of ids) if (other !== id) push(links.alike, id, other);
      }
    }
    for (const row of file.others ?? []) idOf(row);
    for (const [asked, row] of Object.entries(file.ratios ?? {})) {
      const weighed = Object.entries(row).map(([food, ratio]) => [idOf(food), ratio] as const);
      ratios.set(idOf(asked), new Map(weighed));
    }
  }
  const unknown = [...mentioned].filter((id) => !isProduct(id) && !own.has(id));
  if (unknown.length > 0) throw new Error(`Families name unknown foods: ${unknown.join(', ')}`);
  return { names, own, ...links, ratios };
}

function readFamilies(): z.infer<typeof FamilyFile>[] {
  return readdirSync(new URL('./data/families/', import.meta.url))
    .sort()
    .map((name) => FamilyFile.parse(readBeside(`./data/families/${name}`, import.meta.url)));
}

/** `mleko krowie, mleko pełne = whole milk`; either side may be empty. */
function readNames(row: string): FoodNames {
  const [polish = '', english = ''] = row.split('=');
  return { pl: namesIn(polish), en: namesIn(english) };
}

/** Names between commas; the comma of a number (`mleko 3,2%`) is none. */
function namesIn(side: string): string[] {
  return side
    .split(/,(?!\d)/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
