import type { Locale } from '#shared/context/locale.ts';
import { foodRiskText } from '#shared/food-safety/food-risk-text.ts';
import { joinedList } from '#shared/language/joined-list.ts';
import { codeName } from '#shared/restrictions/diet-names.ts';
import { profileSummary } from '#shared/restrictions/profile-summary.ts';
import { refusalText } from '#shared/safety/refusal-text.ts';
import type { Notice, NoticeAbout } from './notice.ts';
import { pantryFactText } from './pantry-fact-text.ts';
import { planningFactText } from './planning-fact-text.ts';
import { receiptFactText } from './receipt-fact-text.ts';
import { restrictionList } from './restriction-text.ts';
import { verdictText } from './verdict-text.ts';
import { WORDS } from './words.ts';

const MAX_NAMED = 3;

/** A notice in words; the same facts always make the same sentence, whichever agent found them. */
export function noticeText(notice: Notice, locale: Locale): string {
  const words = WORDS[locale];
  switch (notice.about) {
    case 'pantry':
      return pantryFactText(notice.fact, locale);
    case 'receipt':
      return receiptFactText(notice.fact, locale);
    case 'planning':
      return planningFactText(notice.fact, locale);
    case 'past-best-before':
      return words.pastBestBefore;
    case 'held':
      return words.held(restrictionList(notice.restrictions, locale));
    case 'lifted':
      return words.lifted(restrictionList(notice.restrictions, locale));
    case 'remembered':
      return rememberedText(notice, locale);
    case 'unknown-food':
      return words.unknownFood(namesOf(notice.foods, locale));
    case 'not-used': {
      const foods = notice.foods.map(({ name, people }) => `${name} (${people.join(', ')})`);
      return words.notUsed(foods.join(', '));
    }
    case 'at-hand-or-not': {
      const names = namesOf(notice.foods, locale);
      return words.ask(names.charAt(0).toUpperCase() + names.slice(1));
    }
    case 'recipe-out':
      return words.recipeOut(notice.title, againstText(notice, locale));
    case 'still-in-recipe': {
      const found = notice.found.map(({ words, code }) => `${words} (${codeName(code, locale)})`);
      return words.stillInRecipe(found.join(', '));
    }
    case 'not-offered':
      return notOfferedText(notice, locale);
    case 'left-in-pantry':
      return leftInPantryText(notice, locale);
    case 'withheld':
      return withheldText(notice, locale);
    case 'food-risk':
      return foodRiskText(notice.id, locale);
    case 'verdict':
      return verdictText(notice, locale);
  }
}

function rememberedText({ profiles }: NoticeAbout<'remembered'>, locale: Locale): string {
  const words = WORDS[locale];
  if (profiles.length === 0) return words.enterInProfile;
  const changes = profiles.map(({ name, adds }) => profileSummary(name, adds, locale));
  return words.confirmProfile(changes.join('; '));
}

function againstText({ against }: NoticeAbout<'recipe-out'>, locale: Locale): string {
  const { quoted } = WORDS[locale];
  return against
    .map(
      ({ person, code, evidence }) => `${person} – ${codeName(code, locale)} (${quoted(evidence)})`,
    )
    .join(', ');
}

function notOfferedText({ dishes, more }: NoticeAbout<'not-offered'>, locale: Locale): string {
  const words = WORDS[locale];
  const named = dishes
    .slice(0, MAX_NAMED)
    .map(({ title, ...refusal }) => `${title}: ${refusalText([refusal])[locale]}`);
  const rest = more > 0 ? ` (${words.more} ${more})` : '';
  return `${words.notOffered} – ${named.join('; ')}${rest}.`;
}

function leftInPantryText({ lots }: NoticeAbout<'left-in-pantry'>, locale: Locale): string {
  const named = lots.map(({ name, ...refusal }) => `${name}: ${refusalText([refusal])[locale]}`);
  const once = [...new Set(named)].slice(0, MAX_NAMED);
  return `${WORDS[locale].leftInPantry} – ${once.join('; ')}.`;
}

function withheldText({ title, remark, refusals }: NoticeAbout<'withheld'>, locale: Locale) {
  const words = WORDS[locale];
  const reasons = refusalText(refusals)[locale];
  const text = remark ? words.remarkWithheld(reasons) : words.withheld(reasons);
  return title === null ? text.charAt(0).toUpperCase() + text.slice(1) : `${title}: ${text}`;
}

function namesOf(foods: readonly { readonly name: string }[], locale: Locale): string {
  return joinedList(
    foods.map(({ name }) => name),
    WORDS[locale].and,
  );
}
