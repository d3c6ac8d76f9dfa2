import { type Mention, mentionsOf, siblingsOf } from './families.ts';
import type { Family } from './family-row.ts';
import type { Finding, FoodReading } from './read-food.ts';
import { joinedWordAt, wordAt } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Where a text names what somebody wrote in their own words. */
export interface TermHit {
  readonly level: 'contains' | 'may-contain';
  /** Named there, or what is surely made of it; not only what often is. */
  readonly named: boolean;
  readonly start: number;
  readonly end: number;
}

/** Words between a food and `vegan` that still speak of one thing. */
const NEAR = 3;
const AND: ReadonlySet<string> = new Set([
  'i',
  'oraz',
  'a',
  'ale',
  'and',
  'or',
  'lub',
  'z',
  'ze',
  'with',
]);
const WITHOUT: ReadonlySet<string> = new Set(['bez', 'without', 'no', 'zero']);

/** Where a text names the family, what is made of it, or what may be made of it. */
export function familyHits(family: Family, reading: FoodReading): TermHit[] {
  if (family.lactose && reading.lactoseFree) return [];
  const { tokens, findings } = reading;
  const mentions = mentionsOf(family, tokens);
  const denied = mentions.filter(({ value }) => value.says === 'not');
  const meant = mentions.filter(
    (mention) => mention.value.says !== 'not' && isMeant(mention, family, reading),
  );
  const spared = denied.map((mention) => spanOf(mention, tokens));
  const others = siblingSpans(family, tokens);
  const own = meant.map((mention) => spanOf(mention, tokens));
  return [
    ...meant.map((mention): TermHit => {
      const named = mention.value.says !== 'may';
      const isOpen =
        isWithin(mention, reading.claims.may) || isMadeWithout(mention, mentions, reading);
      const sure = named && !isOpen;
      return { level: sure ? 'contains' : 'may-contain', named, ...spanOf(mention, tokens) };
    }),
    ...findings.flatMap((finding): TermHit[] => {
      if (spared.some((span) => covers(span, finding))) return [];
      const { level, start, end } = finding;
      if (family.is.includes(finding.substance)) return [{ level, named: true, start, end }];
      if (finding.substance !== family.of || own.some((span) => covers(span, finding))) return [];
      if (isOther(finding, family, others)) return [];
      return [{ level: 'may-contain', named: false, start, end }];
    }),
  ];
}

/** Not said to be absent, and not a word within the name of something else. */
function isMeant(mention: Mention, family: Family, reading: FoodReading): boolean {
  const { tokens, claims, named } = reading;
  if (isWithin(mention, claims.absent) || WITHOUT.has(wordAt(tokens, mention.from - 1))) {
    return false;
  }
  if (joinedWordAt(tokens, mention.to) === 'free') return false;
  const codes = family.of === null ? family.is : [family.of, ...family.is];
  if (codes.length === 0) return true;
  const isElse = named.some(
    ({ match: { from, to, entry } }) =>
      entry.kind === 'instead' &&
      from <= mention.from &&
      mention.to <= to &&
      !codes.some((code) => entry.has.includes(code) || entry.may.includes(code)),
  );
  if (isElse) return false;
  const implied = family.animal || mention.value.says !== 'name';
  const lowered = codes.filter((code) => code !== family.remains);
  return !(implied && isLowered(mention, lowered, reading));
}

/** `muesli orkiszowe bez owsa`: what is made of it is said right behind to be without, and may be. */
function isMadeWithout(
  { to, value }: Mention,
  mentions: readonly Mention[],
  { tokens, claims }: FoodReading,
): boolean {
  if (value.says !== 'has') return false;
  return mentions.some((other) => {
    if (other.value.says !== 'name' || other.from < to || other.from - to > NEAR) return false;
    const isDenied = isWithin(other, claims.absent) || WITHOUT.has(wordAt(tokens, other.from - 1));
    const between = tokens.slice(to, other.from + 1);
    return isDenied && between.every(({ gap, word }) => gap === 'joined' && !AND.has(word));
  });
}

/** `vegan sausages`, `makaron bezglutenowy` */
function isLowered(
  { from, to }: Mention,
  codes: readonly string[],
  { tokens, claims }: FoodReading,
): boolean {
  return claims.lowering.some((claim) => {
    if (!claim.codes.some((code) => codes.includes(code))) return false;
    const [start, end] = claim.at >= to ? [to, claim.at] : [claim.to, from];
    if (end - start > NEAR) return false;
    const between = tokens.slice(start, end + 1);
    return between.every(({ gap }) => gap === 'joined' || gap === 'bracket');
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where other kinds of the same are named: cod where salmon is asked for. */
function siblingSpans(family: Family, tokens: readonly Token[]): Span[] {
  return siblingsOf(family)
    .filter(({ members }) => members.length === 0)
    .flatMap((sibling) => mentionsOf(sibling, tokens))
    .filter(({ value }) => value.says === 'name' || value.says === 'has')
    .map((mention) => spanOf(mention, tokens));
}

function isOther(finding: Finding, family: Family, others: readonly Span[]): boolean {
  if (others.some((span) => overlaps(span, finding))) return true;
  return siblingsOf(family).some(({ is }) => is.some((code) => finding.entry.has.includes(code)));
}

const covers = (outer: Span, { start, end }: Span): boolean =>
  outer.start <= start && end <= outer.end;
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function spanOf({ from, to }: Mention, tokens: readonly Token[]): Span {
  const start = tokens[from]?.start ?? 0;
  return { start, end: tokens[to - 1]?.end ?? start };
}

function isWithin({ from, to }: Mention, indexes: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at += 1) if (!indexes.has(at)) return false;
  return true;
}
