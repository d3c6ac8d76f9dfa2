import type { MessageLanguage } from './labels.ts';

/** Endings that tell who does what and when, of folded words; the first that fits. */
const FORMS: Readonly<
  Record<MessageLanguage, readonly (readonly [form: string, ending: RegExp])[]>
> = {
  pl: [
    ['i-did', /(?:lam|lem|lismy|lysmy)$/],
    ['done', /(?:no|to|ty|te|ta)$/],
    ['did', /[aeiouy]l[aioy]?$/],
    ['do', /[^i]j$/],
    ['to-do', /[aeiy]c$/],
    ['you-do', /(?:esz|isz|ysz|asz)$/],
  ],
  en: [
    ['did', /ed$/],
    ['doing', /ing$/],
  ],
};
const SHORTEST = 5;

/** `zuzylam` → i-did, `kupione` → none, `opened` → did. */
export function formOf(word: string, language: MessageLanguage): string | undefined {
  if (word.length < SHORTEST) return undefined;
  return FORMS[language].find(([, ending]) => ending.test(word))?.[0];
}
