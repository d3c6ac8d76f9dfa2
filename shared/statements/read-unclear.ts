import type { Language } from '#shared/recipes/model/recipe.ts';
import words from './data/words.json' with { type: 'json' };
import type { MessageScanner } from './message-scanner.ts';
import { foodNamed, type NamedFood } from './named-food.ts';

const STOPS = new Set([
  ...words.stops,
  ...words.fillers,
  'bez',
  'without',
  'ok',
  'hm',
  'hmm',
  'h',
  'yyy',
  'eee',
  'um',
]);
/** What somebody says who has not made up their mind; `nie wiem, co zrobić` is no doubt about a food. */
const DOUBT =
  /(?<![a-z'])(?:nie wiem(?! co| jak| czy| z| ile| na| czego)|nie jestem pewn\w+(?! co| jak)|roznie (?:bywa|z tym)|to roznie|sama nie wiem|sam nie wiem|raczej nie|niekoniecznie|chyba nie|moze nie|albo i nie|niezbyt|tak sobie|dunno|don't know(?! what| how| if)|not sure(?! what| how| if| which)|not really|maybe not|rather not|depends|probably not|possibly|perhaps not|nie bardzo|srednio|zalezy|iffy|bez\?|without\?|zobaczymy|hm{1,4}(?= ?[.!?…]{0,9}$)|skomplikowane|(?:glowy|reki) nie dam|it'?s complicated|complicated)(?![a-z'])/;
/** `jajka nie`, and nothing more. */
const BARE_NOT = /(?:^|[,;.]\s?)((?:[a-z]+ ){1,2})(?:nie|no|not|nope)\s?[.!?…]*$/;

/** Foods of which a message does not tell whether they are at hand or forbidden. */
export function readUnclear(scanner: MessageScanner, language: Language): NamedFood[] {
  const found: NamedFood[] = [];
  const bare = BARE_NOT.exec(scanner.folded.trimEnd());
  const doubt = DOUBT.exec(scanner.folded) ?? bare;
  if (doubt !== null) {
    const behind = doubt.index + doubt[0].length;
    const spans = [
      [doubt === bare ? bare.index : sentenceStart(scanner.folded, doubt.index), behind],
      [doubt.index, scanner.folded.length],
      [0, doubt.index],
    ] as const;
    for (const [from, to] of spans) {
      found.push(...foodsWithin(scanner, from, to, language));
      if (found.length === 0) continue;
      scanner.takeOut(from, to);
      break;
    }
  } else if (isFoodsAndQuestionMark(scanner, language)) {
    found.push(...foodsWithin(scanner, 0, scanner.folded.length, language));
    scanner.takeOut(0, scanner.folded.length);
  }
  return found;
}

/** `orzechy?` and nothing else. */
function isFoodsAndQuestionMark({ folded }: MessageScanner, language: Language): boolean {
  const text = folded.trim();
  // `Milk + flour = ?` asks what can be made of them.
  if (!text.endsWith('?') || text.includes(';') || /[=:–-] ?\?$/.test(text)) return false;
  const all = text.match(/[a-z][a-z'-]*/g) ?? [];
  const kept = all.filter((word) => !/^(?:a|i|and|or|hm+|czy|lub|albo)$/.test(word));
  if (kept.length === 0 || kept.length > 4 || kept.some((word) => STOPS.has(word))) return false;
  return (
    foodsOfWords(kept.join(' '), language).reduce((sum, { length }) => sum + length, 0) ===
    kept.length
  );
}

function foodsWithin(scanner: MessageScanner, from: number, to: number, language: Language) {
  return scanner.rest
    .slice(from, to)
    .split(/[^\p{L}' -]+|\s(?:i|oraz|and|or|lub|albo|ani)\s/u)
    .flatMap((piece) => foodsOfWords(piece, language).map(({ food }) => food));
}

function foodsOfWords(piece: string, language: Language): { food: NamedFood; length: number }[] {
  const all = piece
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '' && !STOPS.has(word));
  const found: { food: NamedFood; length: number }[] = [];
  for (let at = 0; at < all.length; ) {
    let length = Math.min(3, all.length - at);
    let food: NamedFood | undefined;
    for (; length > 0; length -= 1) {
      food = foodNamed(all.slice(at, at + length).join(' '), language);
      if (food !== undefined) break;
    }
    if (food !== undefined) found.push({ food, length });
    at += Math.max(1, length);
  }
  return found;
}

function sentenceStart(text: string, at: number): number {
  return Math.max(...['.', ';', '!', '?', '…'].map((end) => text.lastIndexOf(end, at - 1))) + 1;
}
