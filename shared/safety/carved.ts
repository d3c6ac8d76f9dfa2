import type { Match } from './scan.ts';
import { gapAt, wordAt } from './sentences.ts';
import type { Token } from './tokens.ts';

const CARVES =
  /^(?:wykr(?:awa|oj|oi)|wycin|wytni|wyciet|wyciac|wystrug|rzezb|carve|carving|sculpt)/;
const OUT_OF = /^(?:z|ze|from|of)$/;
/** Words between `from` and what is carved: `z czerwonej papryki`. */
const REACH = 2;

/**
 * Sea animals that are perhaps only shapes cut from something else: `rybki wykrawamy z marchewki`, `carve a
 * lobster out of melon`. What they are cut from has no allergen; `mięso wykrawamy z kraba` is crab.
 */
export function carvedShapes(tokens: readonly Token[], matches: readonly Match[]): Set<number> {
  const found = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    if (!CARVES.test(wordAt(tokens, at))) continue;
    const [from, to] = clauseAround(at);
    const inside = matches.filter((match) => match.from >= from && match.to <= to);
    if (!inside.some(isCarved)) continue;
    for (const match of inside.filter(isSeaAnimal)) {
      for (let index = match.from; index < match.to; index += 1) found.add(index);
    }
  }
  return found;

  function isCarved({ from, entry }: Match): boolean {
    if (entry.kind === 'vague' || entry.has.length + entry.may.length > 0) return false;
    const before = tokens.slice(Math.max(0, from - REACH), from);
    return before.some(({ word }) => OUT_OF.test(word));
  }

  function clauseAround(at: number): readonly [number, number] {
    let [from, to] = [at, at + 1];
    while (gapAt(tokens, from) === 'joined') from -= 1;
    while (gapAt(tokens, to) === 'joined') to += 1;
    return [from, to];
  }
}

function isSeaAnimal({ entry }: Match): boolean {
  return entry.has.some((code) => ['fish', 'crustaceans', 'molluscs'].includes(code));
}
