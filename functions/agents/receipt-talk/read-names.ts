import type { Language } from '#shared/language/lemma.ts';
import { baseName } from '#shared/slots/base-name.ts';
import type { ProductSlot } from '#shared/slots/slots.ts';

/** What a line was read as, and what it is. */
export interface SaidNames {
  readonly from: string | null;
  readonly to: string | null;
}

const NAME = '([\\p{L}\\p{N}"„”%][^,.;!?]{0,80}?)';
const END = '\\s*[.!?;]*$';
const ARTICLE = '(?:an? |the |some )?';
/** Each with what was wrong and what is right; the most telling first. */
const PATTERNS: readonly {
  readonly pattern: RegExp;
  readonly from: number;
  readonly to: number;
}[] = [
  {
    pattern: of(
      `\\bnie (?:by[łl][aoy]? |jest )?(?:to )?${NAME},? (?:tylko|ale|lecz) ${NAME}${END}`,
    ),
    from: 1,
    to: 2,
  },
  {
    pattern: of(
      `(?:wasn['’]?t|was not|isn['’]?t|is not|weren['’]?t|not) ${ARTICLE}${NAME},? (?:but |it was |it['’]?s |that['’]?s |it is )${ARTICLE}${NAME}${END}`,
    ),
    from: 1,
    to: 2,
  },
  {
    pattern: of(
      `(?:to|jest|by[łl][aoy]?|is|was|it['’]?s) ${ARTICLE}${NAME},? (?:a nie|not) ${ARTICLE}${NAME}${END}`,
    ),
    from: 2,
    to: 1,
  },
  { pattern: of(`\\b${NAME} (?:odczytan\\w+ jako|read as) ${NAME}${END}`), from: 2, to: 1 },
  {
    pattern: of(
      `\\b(?:to (?:by[łl][aoy]?|jest)|mia[łl]\\w* by[ćc]|ma by[ćc]|powinn\\w+ by[ćc]|powinno tam by[ćc]|it was|that was|should be|it['’]?s) ${ARTICLE}${NAME}${END}`,
    ),
    from: 0,
    to: 1,
  },
];

function of(pattern: string): RegExp {
  return new RegExp(pattern, 'iu');
}

/** `to nie był jogurt, tylko kefir`; names of foods in their base form. */
export function readNames(
  message: string,
  slots: readonly ProductSlot[],
  language: Language,
): SaidNames {
  for (const { pattern, from, to } of PATTERNS) {
    const match = pattern.exec(message);
    if (match === null) continue;
    const name = (group: number) =>
      group === 0 ? null : named(match[group] ?? '', slots, language);
    return { from: name(from), to: name(to) };
  }
  return { from: null, to: null };
}

function named(said: string, slots: readonly ProductSlot[], language: Language): string | null {
  const words = said.replace(/["„”]/g, '').trim();
  const slot = slots.find(({ words: written }) => words.includes(written));
  if (slot !== undefined) return slot.name;
  return words === '' ? null : baseName(words.split(/\s+/), language);
}

const SHOP =
  /(?:to (?:by[łl][aoy]?|jest|sklep)|mia[łl]\w* by[ćc]|powin\w+ by[ćc]|it was|that was|that['’]?s|it['’]?s|should be|was at)\s+(?:an? |the |w |at )?([\p{L}\p{N}][\p{L}\p{N} '&.-]{0,60}?)\s*[.!?]*$/iu;

/** `sklep jest zły, to było Netto`: the shop as it is called. */
export function shopSaid(message: string): string | null {
  return SHOP.exec(message)?.[1]?.trim() ?? null;
}
