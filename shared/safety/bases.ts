import data from './data/bases.json' with { type: 'json' };
import type { Section } from './lexicon-row.ts';

interface Family {
  readonly pl: readonly string[];
  readonly en: readonly string[];
  readonly may?: string;
  readonly bases: Readonly<Record<string, readonly string[] | undefined>>;
}

const FAMILIES: readonly Family[] = data.families;
const BASES: Readonly<Record<string, string | undefined>> = data.bases;

/**
 * Milk, flour, tofu or fish made of something else: `mleko ryżowe`, `makaron z ryżu`, `tofu z ciecierzycy`,
 * `lupin yoghurt`. What the base has replaces what the head would have. One rule, every head with every
 * base of its family; the genitive alone is a base (`makaron z ryżem` is pasta with rice).
 */
export function baseSections(): Section[] {
  return FAMILIES.map(({ pl, en, may = '', bases }) => ({
    kind: 'instead',
    codes: may.replace(/\b(?=\w)/g, '~'),
    rows: Object.entries(bases).map(([code, names = []]) => {
      const polish = names.flatMap((name) => pl.flatMap((head) => polishNames(head, name)));
      const english = names.flatMap((name) => en.flatMap((head) => englishNames(head, name)));
      return `${polish.join(', ')}${english.length > 0 ? ` = ${english.join(', ')}` : ''} : ${code}`;
    }),
  }));
}

function polishNames(head: string, name: string): string[] {
  const [adjectives = '', genitives = ''] = spellings(name);
  return [
    ...list(adjectives).map((adjective) => `${head} ${adjective}`),
    ...list(genitives).flatMap((genitive) =>
      ['z', 'ze', 'na bazie'].map((of) => `${head} ${of} ${exactly(genitive)}`),
    ),
  ];
}

function englishNames(head: string, name: string): string[] {
  const [, , words = ''] = spellings(name);
  return list(words).flatMap((base) => [
    `${base} ${head}`,
    `${head} made from ${base}`,
    `${head} made of ${base}`,
    `${base} based ${head}`,
  ]);
}

function spellings(name: string): string[] {
  const spelled = BASES[name];
  if (spelled === undefined) throw new Error(`no spellings of the base “${name}”`);
  return spelled.split('|');
}

function list(names: string): string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function exactly(words: string): string {
  return words.replace(/\S+/g, '$&!');
}
