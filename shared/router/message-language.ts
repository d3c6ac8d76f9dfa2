import { probabilities } from './classify.ts';
import { MESSAGE_LANGUAGES, type MessageLanguage } from './labels.ts';
import { letterFeatures } from './letter-features.ts';
import { messageWords } from './message-words.ts';
import { trained } from './trained.ts';

/** Few are enough to tell two languages apart. */
export const LANGUAGE_PLACES = 4_096;

/** The language a message is mostly in: `dodaj cottage cheese` is Polish. */
export function messageLanguage(text: string): MessageLanguage {
  const letters = letterFeatures(messageWords(text), LANGUAGE_PLACES);
  const weights = trained('language');
  const found = probabilities(new Map([['letters', letters]]), weights);
  const best = weights.classes[found.indexOf(Math.max(...found))];
  return MESSAGE_LANGUAGES.find((language) => language === best) ?? 'en';
}
