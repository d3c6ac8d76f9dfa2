import { foldedWords } from '#shared/language/fold.ts';
import { maybeSameWord } from '#shared/language/lemma.ts';
import { foodName, foodOfName } from '#shared/products/relation/foods.ts';
import { keysOfLot, servingBy, servingsOf } from '#shared/products/relation/serves.ts';
import type { Token } from '#shared/quantities/tokens.ts';
import words from './data/words.json' with { type: 'json' };
import type { Message } from './message.ts';
import { readSaid } from './read-said.ts';
import type { Change, Item, Said } from './request.ts';
import { wordsWithout } from './said-words.ts';
import type { Pending } from './talk-so-far.ts';

/** No answer to `which one?` is longer. */
const MAX_WORDS = 6;

/**
 * The change that was asked about, with what the message answers: one of the choices by its name, a part
 * of it or its number, or how much. Nothing when it answers neither.
 */
export function readAnswer(message: Message, pending: Pending): Change | undefined {
  const { change, item, choices } = pending;
  if (choices.length > 0) {
    const said = wordsWithout(message.tokens, words.choosing, message.language);
    if (said.length === 0 || said.length > MAX_WORDS) return undefined;
    return (
      withChoice(pending, textOf(said)) ??
      withAmountOf(pending, said, message.language) ??
      withOneOf(pending, said)
    );
  }
  const asked = change.items[item];
  const answered = asked && measured(message, asked);
  return answered && { ...change, items: change.items.with(item, answered) };
}

function textOf(said: readonly Token[]): string {
  return said
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(' %', '%');
}

/** `the feta, all of it`, `to kokosowe, 200 ml`: one of the choices, and how much of it. */
function withAmountOf(pending: Pending, said: readonly Token[], language: Message['language']) {
  const [answer, ...others] = readSaid(said, language);
  if (answer?.amount == null || answer.words.length === 0 || others.length > 0) return undefined;
  const chosen = withChoice(pending, textOf(answer.words)) ?? withOneOf(pending, answer.words);
  const asked = chosen?.items[pending.item];
  if (chosen === undefined || asked === undefined) return undefined;
  const amount = inUnitOf(answer.amount, asked.amount);
  return { ...chosen, items: chosen.items.with(pending.item, { ...asked, amount }) };
}

/** The one choice that any of the words means, where the others mean none: `to zwykłe, 2%`. */
function withOneOf(pending: Pending, said: readonly Token[]): Change | undefined {
  const meant = textOf(said)
    .split(' ')
    .flatMap((word) => choiceOf(word, pending.choices) ?? []);
  const [only, ...others] = new Set(meant);
  return only === undefined || others.length > 0 ? undefined : withChoice(pending, only);
}

/** The change with the choice that the words mean. */
export function withChoice({ change, item, choices }: Pending, said: string): Change | undefined {
  const [asked, product] = [change.items[item], choiceOf(said, choices)];
  if (asked === undefined || product === undefined) return undefined;
  return { ...change, items: change.items.with(item, { ...asked, product }) };
}

/** The one choice that the words can mean; a number where no name has it. */
export function choiceOf(said: string, choices: readonly string[]): string | undefined {
  const asked = foldedWords(said);
  const tries = [
    (name: string) => isSame(foldedWords(name), asked),
    (name: string) => asked.every((word) => foldedWords(name).some((one) => isForm(one, word))),
    (name: string) => isOf(name, said),
  ];
  for (const fits of tries) {
    const found = choices.filter(fits);
    if (found.length === 1) return found[0];
  }
  const ordinal = words.ordinals.findIndex((forms) => asked.every((word) => forms.includes(word)));
  return ordinal === -1 ? undefined : choices[ordinal];
}

function isSame(name: readonly string[], asked: readonly string[]): boolean {
  return name.length === asked.length && name.every((word, at) => isForm(word, asked[at] ?? ''));
}

function isForm(named: string, asked: string): boolean {
  if (/\d/.test(asked)) return named === asked;
  return maybeSameWord(named, asked) || (asked.length >= 4 && named.startsWith(asked));
}

/** `oat` of `mleko owsiane`: as the food is called in the other language, or a kind of what was said. */
function isOf(name: string, said: string): boolean {
  const kind = servingBy(servingsOf({ name: said }), keysOfLot({ name }))?.kind;
  if (kind === 'same' || kind === 'specific') return true;
  const food = foodOfName(name);
  if (food === undefined) return false;
  const english = foldedWords(foodName(food, 'en'));
  return foldedWords(said).every((word) => english.some((one) => isForm(one, word)));
}

function measured({ tokens, language }: Message, asked: Item): Item | undefined {
  const found = readSaid(wordsWithout(tokens, words.correcting, language), language);
  const [only] = found;
  if (found.length !== 1 || only === undefined || only.amount === null) return undefined;
  const named = only.words.map(({ text }) => text).join(' ');
  if (named !== '' && choiceOf(named, [asked.product ?? '']) === undefined) return undefined;
  return { ...asked, amount: inUnitOf(only.amount, asked.amount) };
}

/** `nie, jednak 3` of litres are litres. */
export function inUnitOf(said: Said, before: Said | null): Said {
  if (said.kind !== 'measure' || !said.isBare || before?.kind !== 'measure') return said;
  return { ...said, unit: before.unit };
}
