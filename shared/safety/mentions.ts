import mentions from './data/mentions.json' with { type: 'json' };
import words from './data/words.json' with { type: 'json' };
import type { Language } from './lexicon-row.ts';
import { spelled, spellingAt } from './spellings.ts';
import { foldedWords, foldWord, type Token } from './tokens.ts';

const SMALL = foldedWords(words.function);
const TOOLS = mentions.tools.map(foldWord);
const CONTAINERS = mentions.containers.map(foldWord);
const USUALLY = foldedWords(mentions.usually);
const MEASURES = {
  before: spelled(mentions.like.before),
  behind: foldedWords(mentions.like.behind),
};
const ALLERGIES = {
  before: spelled(mentions.allergy.before),
  behind: foldedWords(mentions.allergy.behind),
};
const COLOURED = foldedWords(mentions.coloured);
const SUCH = foldedWords(mentions.such);
const FOR = foldedWords(mentions.for);
const ARTICLES = foldedWords(['the', 'a', 'an', 'your', 'all']);
const TITLES = foldedWords(mentions.titles);
const NOT_FOOD = spelled(mentions.notFood);
const PURPOSE_LENGTH = 4;
const COMPARATIVE = {
  en: /(?:[^aeiou]er|^better|^worse|^nicer|ier)$/,
  pl: /(?:sz(?:y|a|e|ego|ej|ych|ym|ymi)|^lepiej|^gorzej)$/,
};
const NOT_COMPARED = foldedWords(mentions.notCompared);
const NONE_IS = foldedWords(mentions.noneIs);
const SAYINGS = spelled(mentions.sayings);
const NEGATIVE_REACH = 5;
const THING_REACH = 8;
const OTHER_THINGS = mentions.otherThings.map(({ looks, hints }) => ({
  looks: new RegExp(`^(?:${looks.join('|')})$`),
  hints: hints.map(foldWord),
}));
/** As they are written: Lubin is a town, `łubin` is lupin. */
const PLACES: ReadonlySet<string> = new Set(mentions.places.names);
const PLACE_FOODS = foldedWords(mentions.places.food);
const TO_PLACES = foldedWords(mentions.places.before);
/** `w 100 g: białko 7 g, tłuszcz 0,4 g` */
const NUTRITION = /^(?:weglowodan|odzywcz|kcal$|kj$|energi)/;

/**
 * Words that name food which is not in it: what something is for (`przyprawa do ryb`, `seasoning for
 * fish`), what a tool works on (`nóż do sera`, `karton po mleku`), what something is as large or as soft as
 * (`wielkości orzecha`, `zdrów jak ryba`), and whom it would harm (`alergia na orzechy`).
 */
export function onlyMentioned(
  tokens: readonly Token[],
  { whole, language }: { readonly whole: boolean; readonly language: Language | null },
): ReadonlySet<number> {
  const mentioned = new Set<number>();
  const isTable = tokens.some(({ word }, at) => NUTRITION.test(word) || isPerHundred(at));
  for (let at = 0; at < tokens.length; at += 1) {
    if (at > 0 && isPurpose(at)) hide(at + 1);
    if (whole && spellingAt(tokens, at, NOT_FOOD) > 0) hideItem(at);
    if (isSimile(at) || isCompared(at)) hide(at + 1);
    if (!whole && isUsualUse(at)) hide(at + 2);
    const like = spellingAt(tokens, at, MEASURES.before);
    if (like > 0) hide(at + like);
    const allergy = spellingAt(tokens, at, ALLERGIES.before);
    if (allergy > 0) hide(at + allergy);
    if (spellingAt(tokens, at, SAYINGS) > 0) mentioned.add(at);
    if (isPlace(at) || isSurname(at) || (!whole && isOtherThing(at)) || (isTable && isProtein(at)))
      mentioned.add(at);
    const next = tokens[at + 1];
    if (next?.gap !== 'joined') continue;
    const behind = [MEASURES.behind, ALLERGIES.behind, COLOURED];
    if (behind.some((list) => list.has(next.word))) mentioned.add(at);
  }
  return mentioned;

  /** `in 100 g`, as the tables on labels begin. */
  function isPerHundred(at: number): boolean {
    const [before, amount, unit] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    return amount?.word === '100' && unit?.word === 'g' && /^(?:w|na)$/.test(before?.word ?? '');
  }

  /** The grams of protein there; eggs are counted or named beside it. */
  function isProtein(at: number): boolean {
    const behind = tokens.slice(at + 1, at + 4).map(({ word }) => word);
    const grams = behind.indexOf('g');
    const isAmount = grams > 0 && behind.slice(0, grams).every((word) => /^\d+$/.test(word));
    return isAmount && tokens[at]?.word === 'bialko';
  }

  /** `in Sandwich`, `on the way to Rye`: with a capital, and no food behind it. */
  function isPlace(at: number): boolean {
    const token = tokens[at];
    if (whole || !token?.capital || token.capitals || !PLACES.has(token.letters)) return false;
    const next = tokens[at + 1];
    const isFood = next?.gap === 'joined' && PLACE_FOODS.has(next.word);
    return !isFood && token.gap === 'joined' && TO_PLACES.has(tokens[at - 1]?.word ?? '');
  }

  /** `pani Śledź`, `Mrs Butter` */
  function isSurname(at: number): boolean {
    const token = tokens[at];
    if (whole || !token?.capital || token.capitals || token.gap !== 'joined') return false;
    const before = tokens[at - 1]?.word ?? '';
    // `dla pani Sernik, dla pana Piwo`, as menus are read out.
    if (tokens[at - 2]?.word === 'dla') return false;
    // `One Pan Salmon`
    return TITLES.has(before) && (before !== 'pan' || language === 'pl');
  }

  function isPurpose(at: number): boolean {
    const { word = '', gap } = tokens[at] ?? {};
    if (gap !== 'joined' && gap !== 'bracket') return false;
    if (word === 'for') return language !== 'pl' && (whole || isTool(at, TOOLS, 2)) && !hasNone(at);
    if (word === 'po') return isTool(at, CONTAINERS, 1);
    if (word === 'na') return isTool(at, TOOLS, 1) || isTool(at, CONTAINERS, 1);
    if (!FOR.has(word) || language === 'en') return false;
    return whole ? hasWordBefore(at) : isTool(at, TOOLS, 2);
  }

  /** `garnek, w którym zwykle gotujesz mleko`, `the pan you usually boil milk in` */
  function isUsualUse(at: number): boolean {
    if (!USUALLY.has(tokens[at]?.word ?? '') || tokens[at + 1]?.gap !== 'joined') return false;
    const before = tokens.slice(Math.max(0, at - 4), at);
    const isRelative = before.some(({ word }) => /^(?:ktor|you$|we$|i$)/.test(word));
    const isOfTool = before.some(({ word }) => TOOLS.some((tool) => word.startsWith(tool)));
    const behind = tokens.slice(at + 2, at + 6).map(({ word }) => word);
    const comesBack = before.some(({ word }) => word.startsWith('ktor')) || behind.includes('in');
    return isRelative && isOfTool && comesBack;
  }

  /** `there is no substitute for butter`: it has to be butter. */
  function hasNone(at: number): boolean {
    const substitute = /^(?:substitut|replacement|alternative|stand)/.test(
      tokens[at - 1]?.word ?? '',
    );
    const before = [tokens[at - 2]?.word, tokens[at - 3]?.word];
    return !whole && substitute && before.some((word) => word === 'no' || word === 'not');
  }

  /** Something to be for: amounts alone are not. */
  function hasWordBefore(at: number): boolean {
    return tokens.slice(0, at).some(({ word }) => /^\D{3,}/.test(word) && !SMALL.has(word));
  }

  function isTool(at: number, tools: readonly string[], reach: number): boolean {
    for (let back = at - 1; back >= Math.max(0, at - reach); back -= 1) {
      const word = tokens[back]?.word ?? '';
      if (tools.some((tool) => word.startsWith(tool))) return true;
      if (tokens[back]?.gap !== 'joined') return false;
    }
    return false;
  }

  /**
   * `better than butter`, `lepsze niż masło`; but `nothing is better than butter`, and `other than almonds`,
   * `rather than` and `later than` compare no foods.
   */
  function isCompared(at: number): boolean {
    const { word = '', gap } = tokens[at] ?? {};
    const before = tokens[at - 1]?.word ?? '';
    if (at === 0 || gap !== 'joined' || NOT_COMPARED.has(before)) return false;
    const compares =
      (word === 'than' && language !== 'pl' && COMPARATIVE.en.test(before)) ||
      (/^(?:niz|od)$/.test(word) && language !== 'en' && COMPARATIVE.pl.test(before));
    const said = tokens.slice(Math.max(0, at - NEGATIVE_REACH), at);
    return compares && !said.some((token) => NONE_IS.has(token.word));
  }

  /** `śledzie i młotek`, `wycięli mu migdałki`: what stands near says that no food is meant. */
  function isOtherThing(at: number): boolean {
    const word = tokens[at]?.word ?? '';
    return OTHER_THINGS.some(
      ({ looks, hints }) =>
        looks.test(word) && near(at).some((other) => hints.some((hint) => other.startsWith(hint))),
    );
  }

  /** The words of the sentence around. */
  function near(at: number): string[] {
    const ends = (index: number) => ['dot', 'line'].includes(tokens[index]?.gap ?? 'line');
    let from = at;
    while (from > at - THING_REACH && !ends(from)) from -= 1;
    let to = at + 1;
    while (to < at + THING_REACH && !ends(to)) to += 1;
    return tokens.slice(Math.max(0, from), to).map(({ word }) => word);
  }

  /** `zdrów jak ryba`, `soft as butter`; but `alergeny takie jak mleko` names what is there. */
  function isSimile(at: number): boolean {
    const { word = '', gap } = tokens[at] ?? {};
    if (whole || at === 0 || (gap !== 'joined' && gap !== 'comma')) return false;
    const before = tokens[at - 1]?.word ?? '';
    if (SUCH.has(before)) return false;
    // `nie ma to jak masło`
    if (before === 'to' && tokens[at - 3]?.word === 'nie') return false;
    if (word === 'jak') return language !== 'en' && !/[jz]$/.test(before);
    return word === 'as' && language !== 'pl' && spellingAt(tokens, at - 2, [['as', before]]) > 0;
  }

  /** `żel pod prysznic mleko i miód`: nothing of it is eaten, up to a comma. */
  function hideItem(at: number): void {
    const isInside = (index: number) => tokens[index]?.gap === 'joined';
    for (let back = at; back >= 0; back -= 1) {
      mentioned.add(back);
      if (!isInside(back)) break;
    }
    for (let next = at + 1; isInside(next); next += 1) mentioned.add(next);
  }

  /** The words that belong to it: up to a comma, a small word or an amount. */
  function hide(from: number): void {
    let start = from;
    while (ARTICLES.has(tokens[start]?.word ?? '')) start += 1;
    for (let at = start; at < start + PURPOSE_LENGTH; at += 1) {
      const token = tokens[at];
      if (token === undefined || token.gap !== 'joined' || /^\d/.test(token.word)) return;
      const joins = ['i', 'oraz', 'lub', 'and', 'or'].includes(token.word) && at > start;
      if (SMALL.has(token.word) && !joins) return;
      mentioned.add(at);
    }
  }
}
