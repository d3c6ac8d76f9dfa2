import { type Recipe, readAs } from '#shared/recipes/model/recipe.ts';
import {
  beginsWith,
  PREPARATION_KINDS,
  PREPARATION_WORDS,
  type PreparationKind,
} from './preparation-words.ts';
import { readWaits, timedWords } from './read-waits.ts';

/** Something of a recipe that is begun long before the meal. */
export interface Preparation {
  readonly kind: PreparationKind;
  /** Minutes that it takes by itself. */
  readonly wait: number;
  readonly overnight: boolean;
  /** The sentence of the recipe. */
  readonly text: string;
}

/** What takes less is done while cooking; a roast that rests is no preparation. */
const MIN_WAIT = 30;
const MIN_REST = 60;
/** A recipe that ripens for weeks is no meal of a plan. */
const MAX_WAIT = 3 * 1440;
/** In the fridge, as food authorities advise; recipes say only that it is to be done. */
export const THAWING = { kind: 'thaw', wait: 720, overnight: true } as const;

/**
 * What a recipe says is to be thawed, soaked, marinated, left to rise or to rest, or chilled for half an hour
 * and more, in the order of its steps. A sentence that names no time is left out: how long is not made up.
 */
export function findPreparations({
  steps,
  language,
}: Pick<Recipe, 'steps' | 'language'>): Preparation[] {
  const known = PREPARATION_WORDS[readAs(language)];
  return steps.flatMap(sentencesOf).flatMap((text) => {
    const words = timedWords(text);
    const found = PREPARATION_KINDS.flatMap((kind) => {
      const at = words.findIndex((word) => beginsWith(word, known.kinds[kind]));
      return at === -1 ? [] : [{ kind, at }];
    });
    const [first] = found;
    if (first === undefined) return [];
    const waits = readWaits(words, known);
    // `Namocz przez noc i gotuj godzinę`: the time that follows; `30 minutes in the fridge`: else the one before.
    const wait = waits.find(({ at }) => at > first.at) ?? waits.at(-1);
    if (wait === undefined) return first.kind === THAWING.kind ? [{ ...THAWING, text }] : [];
    const { minutes, overnight } = wait;
    const least = first.kind === 'rest' ? MIN_REST : MIN_WAIT;
    if (minutes < least || minutes > MAX_WAIT) return [];
    return [{ kind: first.kind, wait: minutes, overnight, text }];
  });
}

function sentencesOf(step: string): string[] {
  return step
    .split(/[.!?;](?=\s)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
