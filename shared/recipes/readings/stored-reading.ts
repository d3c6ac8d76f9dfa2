import * as z from 'zod/mini';
import type { DishReading, TextReading } from '#shared/safety/dish-reading.ts';
import { EXEMPT_REASONS, type ExemptReason } from '#shared/safety/exempt.ts';
import { foodsNamed, substanceMark } from '#shared/safety/foods-named.ts';
import { type Language, SUBSTANCES } from '#shared/safety/lexicon-row.ts';
import { type FoodReading, readFood, tokensOf } from '#shared/safety/read-food.ts';

/** What the gate found in each text of a recipe that has anything, by the number of the text. */
export const StoredReading = z.object({
  texts: z.array(
    z.strictObject({
      at: z.int(),
      /** `milk 4-9`; `~milk 4-9` where it only may be there. */
      findings: z.array(z.string()),
      /** `masło|#garlic`: what it names, but for the substances of its findings. */
      foods: z.optional(z.string()),
      /** `gluten glucose-syrup 4-9` */
      exempt: z.optional(z.array(z.string())),
      lactoseFree: z.optional(z.literal(true)),
    }),
  ),
  /** `3 4-9`: letters of the fourth text. */
  unknown: z.optional(z.array(z.string())),
});
export type StoredReading = z.infer<typeof StoredReading>;

/** A text of a recipe. */
export type SourceText = Pick<TextReading, 'text' | 'ingredient'>;

/** @param reading of a recipe in one language, so that each of its texts was read once */
export function storedReading({ texts, unknown }: DishReading): StoredReading {
  const ofText = ({ findings, exempt, lactoseFree, whole }: TextReading, at: number) => ({
    at,
    findings: findings.map(writtenFinding),
    ...foodsBeside(findings, whole()),
    ...(exempt.length > 0 && {
      exempt: exempt.map((one) => `${one.substance} ${one.reason} ${place(one)}`),
    }),
    ...(lactoseFree && { lactoseFree: true as const }),
  });
  const found = texts.map(ofText).filter(({ findings, foods, exempt, lactoseFree }) => {
    return findings.length > 0 || foods !== undefined || exempt || lactoseFree;
  });
  const words = unknown.map((evidence) => {
    const at = texts.findIndex(
      ({ text, ingredient }) => text === evidence.text && ingredient === evidence.ingredient,
    );
    return `${at} ${place(evidence)}`;
  });
  return { texts: found, ...(words.length > 0 && { unknown: words }) };
}

type StoredFinding = TextReading['findings'][number];

function foodsBeside(
  findings: readonly StoredFinding[],
  reading: FoodReading,
): { readonly foods?: string } {
  const found = new Set(findings.map(({ substance }) => substanceMark(substance)));
  const foods = foodsNamed(reading).filter((food) => !found.has(food));
  return foods.length === 0 ? {} : { foods: foods.join('|') };
}

/**
 * The reading again, of the texts it was made of. Only a text that a person's own words may mean is read
 * after all, and by itself: what the recipe's list had settled in it stays settled.
 * @throws Error when it is of other texts
 */
export function readingFrom(
  { texts, unknown = [] }: StoredReading,
  sources: readonly SourceText[],
  language: Language,
): DishReading {
  const stored = new Map(texts.map((text) => [text.at, text]));
  return {
    texts: sources.map(({ text, ingredient }, at) => {
      const {
        findings: kept = [],
        foods = '',
        exempt = [],
        lactoseFree = false,
      } = stored.get(at) ?? {};
      const findings = kept.map(findingFrom);
      const whole = ingredient !== null;
      let read: FoodReading | undefined;
      return {
        ...{ text, ingredient, findings, exempt: exempt.map(exemptFrom), lactoseFree },
        foods: () =>
          new Set([
            ...foods.split('|'),
            ...findings.map(({ substance }) => substanceMark(substance)),
          ]),
        tokens: () => tokensOf(text, whole),
        whole: () => {
          read ??= settled(readFood(text, { whole, language }), kept);
          return read;
        },
      };
    }),
    unknown: unknown.map((written) => {
      const [at = '', letters = ''] = written.split(' ');
      const source = sources[Number(at)];
      if (source === undefined) throw new Error(`no text ${at} of a reading`);
      const { text, ingredient } = source;
      const { start, end } = placeFrom(letters);
      return { words: text.slice(start, end), text, start, end, ingredient };
    }),
  };
}

function settled(reading: FoodReading, kept: readonly string[]): FoodReading {
  const findings = reading.findings.filter((finding) => kept.includes(writtenFinding(finding)));
  return { ...reading, findings };
}

function writtenFinding({ level, substance, ...at }: StoredFinding): string {
  return `${level === 'contains' ? '' : '~'}${substance} ${place(at)}`;
}

function findingFrom(written: string): TextReading['findings'][number] {
  const [name = '', letters = ''] = written.replace('~', '').split(' ');
  const level = written.startsWith('~') ? 'may-contain' : 'contains';
  return { substance: substanceOf(name), level, ...placeFrom(letters) };
}

function exemptFrom(written: string): TextReading['exempt'][number] {
  const [name = '', reason = '', letters = ''] = written.split(' ');
  if (!isReason(reason)) throw new Error(`no exemption “${reason}”`);
  return { substance: substanceOf(name), reason, ...placeFrom(letters) };
}

function substanceOf(name: string) {
  const found = SUBSTANCES.find((substance) => substance === name);
  if (found === undefined) throw new Error(`no substance “${name}”`);
  return found;
}

function isReason(name: string): name is ExemptReason {
  return Object.hasOwn(EXEMPT_REASONS, name);
}

function place({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start}-${end}`;
}

function placeFrom(letters: string): { start: number; end: number } {
  const [start, end] = letters.split('-').map(Number);
  if (start === undefined || end === undefined) throw new Error(`no place “${letters}”`);
  return { start, end };
}
