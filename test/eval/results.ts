import type { Source } from './cases.ts';
import { type Counts, f1, type Score } from './score.ts';

/** One file read. */
export interface CaseResult extends Score {
  readonly name: string;
  readonly source: Source;
  readonly kind: string;
  readonly chain: string;
  /** Why the file was not read at all. */
  readonly refused: string | null;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly memory: number;
}

/** Counts of a group of files. */
export interface Summary {
  readonly files: number;
  readonly total: string;
  readonly date: string;
  readonly nip: string;
  /** F1 of the heading's fields. */
  readonly fields: string;
  readonly lines: string;
  readonly precision: string;
  readonly recall: string;
  readonly f1: string;
  readonly products: string;
  /** Seconds. */
  readonly mean: string;
  readonly p95: string;
  readonly max: string;
  /** Mean of the processor's seconds. */
  readonly cpu: string;
}

type Grouping = (result: CaseResult) => string;

/** By source, by source and kind (a damage with its strengths together), by strength, by chain. */
const GROUPINGS: readonly Grouping[] = [
  ({ source }) => `${source}: all`,
  ({ source, kind }) => `${source}: ${damageOf(kind)}`,
  ({ source, kind }) => `${source}: ${strengthOf(kind) ?? damageOf(kind)}`,
  ({ source, chain }) => `${source}: ${chain}`,
];

/** Groups in the order of {@link GROUPINGS}; sources are never added up. */
export function groupsOf(results: readonly CaseResult[]): Map<string, CaseResult[]> {
  const groups = new Map<string, CaseResult[]>();
  for (const grouping of GROUPINGS) {
    const fresh = Map.groupBy(results, grouping);
    for (const name of [...fresh.keys()].sort()) {
      const group = fresh.get(name);
      if (group !== undefined && !groups.has(name)) groups.set(name, group);
    }
  }
  return groups;
}

export function summary(results: readonly CaseResult[]): Summary {
  const sum = (of: (result: CaseResult) => number) =>
    results.reduce((all, one) => all + of(one), 0);
  const added = (of: (result: CaseResult) => Counts) => ({
    right: sum((result) => of(result).right),
    read: sum((result) => of(result).read),
    printed: sum((result) => of(result).printed),
  });
  const counts = added((result) => result);
  const lines = f1(counts);
  const share = (field: 'total' | 'date' | 'nip') => {
    const sure = results.filter((result) => result[field] !== null);
    return `${sure.filter((result) => result[field]).length}/${sure.length}`;
  };
  const seconds = results.map((result) => result.seconds).sort((a, b) => a - b);
  return {
    files: results.length,
    total: share('total'),
    date: share('date'),
    nip: share('nip'),
    fields: f1(added(({ fields }) => fields)).f1.toFixed(3),
    lines: `${counts.right}/${counts.printed}`,
    precision: lines.precision.toFixed(3),
    recall: lines.recall.toFixed(3),
    f1: lines.f1.toFixed(3),
    products: `${sum(({ products }) => products.right)}/${sum(({ products }) => products.known)}`,
    mean: (sum((result) => result.seconds) / results.length).toFixed(1),
    p95: (seconds[Math.ceil(0.95 * seconds.length) - 1] ?? 0).toFixed(1),
    max: (seconds.at(-1) ?? 0).toFixed(1),
    cpu: (sum((result) => result.cpuSeconds) / results.length).toFixed(1),
  };
}

function damageOf(kind: string): string {
  return kind.replace(/ (light|medium|heavy)$/, '');
}

function strengthOf(kind: string): string | undefined {
  return / (light|medium|heavy)$/.exec(kind)?.[1];
}
