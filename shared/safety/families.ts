import { FAMILIES, type Family, MIXTURES } from './family-row.ts';
import { type Phrase, readRow } from './lexicon-row.ts';
import { type PhraseMatch, PhraseTree } from './phrase-tree.ts';
import type { Token } from './tokens.ts';

/** What a phrase says of a family: its name, made with it, perhaps made with it, looks like it and is not. */
export interface Said {
  readonly family: string;
  readonly says: 'name' | 'has' | 'may' | 'not';
}
export type Mention = PhraseMatch<Said>;

/** Of two that say something about the same words: what denies, what is sure, what may be. */
const STRENGTH = { not: 3, name: 2, has: 1, may: 0 } as const;
const BY_ID = new Map(FAMILIES.map((family) => [family.id, family] as const));

/** A mixture is asked for like a family, under a mark that no family's id has. */
const mixtureKey = (id: string): string => `~${id}`;

/** Built when the first term is asked for: most households have none, and it takes its time. */
let tree: PhraseTree<Said> | undefined;

function buildTree(): PhraseTree<Said> {
  const built = new PhraseTree<Said>();
  const add = (family: string, rows: Partial<Record<Said['says'], string>>): void => {
    for (const says of ['name', 'has', 'may', 'not'] as const) {
      for (const phrase of phrasesOf(rows[says] ?? '')) built.add(phrase, { family, says });
    }
  };
  for (const { id, names, has, may, not } of FAMILIES) add(id, { name: names, has, may, not });
  for (const { id, names, not } of MIXTURES) add(mixtureKey(id), { may: names, not });
  return built;
}

/** The phrases of a row of names, written as the lexicon writes them. */
export function phrasesOf(names: string): readonly Phrase[] {
  return names === '' ? [] : readRow(names, { rows: [] }).phrases;
}

/** The families of this one: itself, and its kinds. */
export function withMembers(family: Family): Family[] {
  return [family, ...family.members.flatMap((id) => withMembers(familyOf(id)))];
}

export function familyOf(id: string): Family {
  const family = BY_ID.get(id);
  if (family === undefined) throw new Error(`no family “${id}”`);
  return family;
}

/** The other kinds of what this family is a kind of. */
export function siblingsOf({ id, of }: Family): Family[] {
  return FAMILIES.filter((other) => of !== null && other.of === of && other.id !== id);
}

const READ = new WeakMap<readonly Token[], ReadonlyMap<string, Mention[]>>();

/** What a text says about a family and the mixtures it may be in; the longest phrases count. */
export function mentionsOf(family: Family, tokens: readonly Token[]): Mention[] {
  const read = READ.get(tokens) ?? byFamily(tokens);
  READ.set(tokens, read);
  const keys = [family.id, ...family.mixtures.map(mixtureKey)];
  const mentions = keys.flatMap((key) => read.get(key) ?? []);
  return mentions.filter((one) => !mentions.some((other) => takesBack(other, one, family.id)));
}

/** The families that a text says something of, other than that they are not there. */
export function familiesIn(tokens: readonly Token[]): string[] {
  return FAMILIES.filter((family) =>
    mentionsOf(family, tokens).some(({ value }) => value.says !== 'not'),
  ).map(({ id }) => id);
}

function byFamily(tokens: readonly Token[]): ReadonlyMap<string, Mention[]> {
  const read = new Map<string, Mention[]>();
  tree ??= buildTree();
  for (const mention of tree.find(tokens)) {
    const same = read.get(mention.value.family) ?? [];
    read.set(mention.value.family, [...same, mention]);
  }
  return read;
}

/** The family's own longer phrase settles shorter ones within it; a mixture's only those of the mixture. */
function takesBack(other: Mention, one: Mention, family: string): boolean {
  if (other.value.family !== family && other.value.family !== one.value.family) return false;
  if (other.from > one.from || other.to < one.to) return false;
  const longer = other.to - other.from > one.to - one.from;
  return longer || STRENGTH[other.value.says] > STRENGTH[one.value.says];
}
