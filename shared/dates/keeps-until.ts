import type { Language } from '#shared/language/lemma.ts';
import tables from './data/keeping.json' with { type: 'json' };
import type { DateToken } from './date-tokens.ts';

const KEEPING = { pl: new Set(tables.pl), en: new Set(tables.en) };
/** `use by` is a date, `use` a verb. */
const WITH_BY = new Set(['use', 'sell', 'best', 'good', 'off']);
const BEHIND = new Set(['by', 'before', 'until', 'till', '-', 'end']);
/** How far before its day it may stand: `kurczak ważny do 16 maja, ser do 1 czerwca`. */
const REACH = 8;

/** Whether a day is one until which something keeps: `ważne do piątku`, `best before Friday`. */
export function keepsUntil(tokens: readonly DateToken[], at: number, language: Language): boolean {
  return tokens.slice(Math.max(0, at - REACH), at).some(({ text }, index, near) => {
    if (!KEEPING[language].has(text)) return false;
    return !WITH_BY.has(text) || BEHIND.has(near[index + 1]?.text ?? '');
  });
}
