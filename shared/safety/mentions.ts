import { spelled, spellingAt } from './absence.ts';
import mentions from './data/mentions.json' with { type: 'json' };
import words from './data/words.json' with { type: 'json' };
import type { Language } from './lexicon-row.ts';
import { foldWord, type Token } from './tokens.ts';

const folded = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(foldWord));

const SMALL = folded(words.function);
const TOOLS = mentions.tools.map(foldWord);
const CONTAINERS = mentions.containers.map(foldWord);
const MEASURES = { before: spelled(mentions.like.before), behind: folded(mentions.like.behind) };
const ALLERGIES = {
  before: spelled(mentions.allergy.before),
  behind: folded(mentions.allergy.behind),
};
const COLOURED = folded(mentions.coloured);
const SUCH = folded(mentions.such);
const FOR = folded(mentions.for);
const ARTICLES = folded(['the', 'a', 'an', 'your', 'all']);
const PURPOSE_LENGTH = 4;

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
  for (let at = 0; at < tokens.length; at += 1) {
    if (at > 0 && isPurpose(at)) hide(at + 1);
    if (isSimile(at)) hide(at + 1);
    const like = spellingAt(tokens, at, MEASURES.before);
    if (like > 0) hide(at + like);
    const allergy = spellingAt(tokens, at, ALLERGIES.before);
    if (allergy > 0) hide(at + allergy);
    const next = tokens[at + 1];
    if (next?.gap !== 'joined') continue;
    const behind = [MEASURES.behind, ALLERGIES.behind, COLOURED];
    if (behind.some((list) => list.has(next.word))) mentioned.add(at);
  }
  return mentioned;

  function isPurpose(at: number): boolean {
    const { word = '', gap } = tokens[at] ?? {};
    if (gap !== 'joined' && gap !== 'bracket') return false;
    if (word === 'for') return language !== 'pl' && (whole || isTool(at, TOOLS, 2)) && !hasNone(at);
    if (word === 'po') return isTool(at, CONTAINERS, 1);
    if (word === 'na') return isTool(at, TOOLS, 1) || isTool(at, CONTAINERS, 1);
    if (!FOR.has(word) || language === 'en') return false;
    return whole ? hasWordBefore(at) : isTool(at, TOOLS, 2);
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

  /** `zdrów jak ryba`, `soft as butter`; but `alergeny takie jak mleko` names what is there. */
  function isSimile(at: number): boolean {
    const { word = '', gap } = tokens[at] ?? {};
    if (whole || at === 0 || (gap !== 'joined' && gap !== 'comma')) return false;
    const before = tokens[at - 1]?.word ?? '';
    if (SUCH.has(before)) return false;
    if (word === 'jak') return language !== 'en' && !/[jz]$/.test(before);
    return word === 'as' && language !== 'pl' && spellingAt(tokens, at - 2, [['as', before]]) > 0;
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
