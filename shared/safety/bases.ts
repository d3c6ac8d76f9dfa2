import data from './data/bases.json' with { type: 'json' };
import { type Entry, readCodes } from './lexicon-row.ts';

interface Written {
  readonly pl: readonly string[];
  readonly en: readonly string[];
  readonly may?: string;
  readonly bases: Readonly<Record<string, readonly string[] | undefined>>;
}

/** Foods that may be made of something else, and what of. */
export interface BaseFamily {
  /** `mleko`, `mleko w proszku`; `milk`. */
  readonly heads: { readonly pl: readonly string[]; readonly en: readonly string[] };
  readonly groups: readonly BaseGroup[];
}

/** Bases that bring the same. */
export interface BaseGroup {
  readonly entry: Entry;
  /** `ryżowy` */
  readonly adjectives: readonly string[];
  /** `ryżu`, never inflected. */
  readonly genitives: readonly string[];
  /** `rice` */
  readonly english: readonly string[];
}

const FAMILIES: readonly Written[] = data.families;
const BASES: Readonly<Record<string, string | undefined>> = data.bases;

/**
 * Milk, flour, tofu or fish made of something else: `mleko ryżowe`, `makaron z ryżu`, `tofu z ciecierzycy`,
 * `lupin yoghurt`. What the base has replaces what the head would have. One rule, every head with every
 * base of its family; the genitive alone is a base (`makaron z ryżem` is pasta with rice).
 */
export function baseFamilies(): BaseFamily[] {
  return FAMILIES.map(({ pl, en, may = '', bases }) => ({
    heads: { pl, en },
    groups: Object.entries(bases).map(([code, names = []]) => {
      const written = names.map(spellings);
      const adjectives = written.flatMap(([polish = '']) => list(polish));
      const genitives = written.flatMap(([, polish = '']) => list(polish));
      const english = written.flatMap(([, , words = '']) => list(words));
      const name = nameOf(pl, en, { adjectives, genitives, english });
      const codes = readCodes(`${may.replace(/\b(?=\w)/g, '~')} ${code}`);
      return { entry: { name, kind: 'instead', ...codes }, adjectives, genitives, english };
    }),
  }));
}

/** One food of the group, as evidence shows it. */
function nameOf(
  polish: readonly string[],
  english: readonly string[],
  base: Omit<BaseGroup, 'entry'>,
): string {
  const [adjective, genitive, word] = [base.adjectives[0], base.genitives[0], base.english[0]];
  if (polish[0] !== undefined && adjective !== undefined) return `${polish[0]} ${adjective}`;
  if (polish[0] !== undefined && genitive !== undefined) return `${polish[0]} z ${genitive}`;
  return `${word} ${english[0]}`;
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
