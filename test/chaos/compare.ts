import type { Entry, Found } from './log.ts';

/** One kind of write: what the clients know of it, and what became of it. */
export interface Comparison {
  readonly kind: string;
  readonly sent: number;
  readonly acknowledged: number;
  /** Tries that ended without an answer. */
  readonly unknown: number;
  readonly refused: number;
  readonly replayed: number;
  readonly found: number;
  /** Acknowledged, and not there. */
  readonly lost: readonly string[];
  /** There more than once. */
  readonly doubled: readonly string[];
  /** There though it was refused, or though nobody sent it. */
  readonly unexpected: readonly string[];
}

/** Holds what clients were told against what is there in the end. */
export function compare(entries: readonly Entry[], found: readonly Found[]): Comparison[] {
  const kinds = new Set([...entries, ...found].map(({ kind }) => kind));
  return [...kinds].map((kind) => {
    const sent = entries.filter((entry) => entry.kind === kind);
    const marks = found.filter((one) => one.kind === kind).map(({ mark }) => mark);
    const times = Map.groupBy(marks, (mark) => mark);
    const timesOf = (mark: string) => times.get(mark)?.length ?? 0;
    const known = new Map(sent.map((entry) => [entry.mark, entry]));
    return {
      kind,
      sent: sent.length,
      acknowledged: sent.filter(({ outcome }) => outcome === 'acknowledged').length,
      unknown: sent.filter(({ wasUnknown }) => wasUnknown).length,
      refused: sent.filter(({ outcome }) => outcome === 'refused').length,
      replayed: sent.filter(({ wasReplayed }) => wasReplayed).length,
      found: marks.length,
      lost: sent
        .filter(({ outcome, mark }) => outcome === 'acknowledged' && timesOf(mark) === 0)
        .map(({ mark }) => mark),
      doubled: [...times.keys()].filter((mark) => timesOf(mark) > 1),
      unexpected: [...times.keys()].filter((mark) => {
        const entry = known.get(mark);
        return entry === undefined || entry.outcome === 'refused';
      }),
    };
  });
}
