import type { Language } from '#shared/recipes/model/recipe.ts';
import { codeName } from '#shared/restrictions/diet-names.ts';
import { whoLabel } from '#shared/restrictions/who-label.ts';
import type { NoticeAbout } from './notice.ts';

interface Words {
  no(food: string, reasons: string): string;
  perhaps(food: string, reasons: string): string;
  unknown(food: string): string;
  nothing(food: string, people: string): string;
  nobody(food: string, who: string): string;
  has(codes: string): string;
  mayHave(codes: string): string;
  read(titles: string): string;
  quote(words: string): string;
  readonly limit: string;
  readonly medical: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  pl: {
    no: (food, reasons) => `Nie: ${food} – ${reasons}.`,
    perhaps: (food, reasons) => `Nie wiadomo na pewno: ${food} – może: ${reasons}. Sprawdź skład.`,
    unknown: (food) => `Nie wiem: nie znam produktu „${food}”. Sprawdź skład na opakowaniu.`,
    nothing: (food, people) => `W „${food}” nie znajduję niczego, czego nie może: ${people}.`,
    nobody: (food, who) => `Nie wiem o niczym, czego nie może: ${who}. Pytasz o: ${food}.`,
    has: (codes) => `Zwykle zawiera: ${codes}.`,
    mayHave: (codes) => `Może zawierać: ${codes}.`,
    read: (titles) => `Sprawdzone przepisy: ${titles}.`,
    quote: (words) => `„${words}”`,
    limit:
      'Oceniam nazwę i znane mi przepisy, nie etykietę: skład gotowego produktu i ślady mogą być inne.',
    medical: 'O ciąży, chorobach i żywieniu niemowląt nie rozstrzygam: zapytaj lekarza.',
  },
  en: {
    no: (food, reasons) => `No: ${food} – ${reasons}.`,
    perhaps: (food, reasons) => `Not certain: ${food} – perhaps ${reasons}. Check what is in it.`,
    unknown: (food) => `I cannot tell: I do not know “${food}”. Check the label.`,
    nothing: (food, people) => `In “${food}” I find nothing that is not for ${people}.`,
    nobody: (food, who) => `I know of nothing that is not for ${who}. You ask about ${food}.`,
    has: (codes) => `It usually contains ${codes}.`,
    mayHave: (codes) => `It may contain ${codes}.`,
    read: (titles) => `Recipes read: ${titles}.`,
    quote: (words) => `“${words}”`,
    limit:
      'I judge the name and the recipes I know, not the label: a bought product may differ and may have traces.',
    medical: 'I do not decide about pregnancy, illnesses or what babies eat: ask a doctor.',
  },
};

/** A verdict with its evidence and with what it does not rest on. */
export function verdictText(notice: NoticeAbout<'verdict'>, language: Language): string {
  const { food, verdict, against, people, has, mayHave, recipes, who, medical } = notice;
  const words = WORDS[language];
  const reasons = reasonsOf(against, language);
  const names = [...new Set(people)].join(', ');
  const answer =
    verdict === 'contains'
      ? words.no(food, reasons)
      : verdict === 'may-contain'
        ? words.perhaps(food, reasons)
        : verdict === 'unknown'
          ? words.unknown(food)
          : names === ''
            ? words.nobody(food, whoLabel(who, language))
            : words.nothing(food, names);
  const list = (codes: readonly string[]) =>
    codes.map((code) => codeName(code, language)).join(', ');
  return [
    answer,
    ...(has.length > 0 ? [words.has(list(has))] : []),
    ...(mayHave.length > 0 ? [words.mayHave(list(mayHave))] : []),
    ...(recipes.length > 0 ? [words.read(recipes.map(words.quote).join(', '))] : []),
    words.limit,
    ...(medical ? [words.medical] : []),
  ].join(' ');
}

/** `Ola: orzechy („nerkowców”)`, each person and allergen once. */
function reasonsOf(against: NoticeAbout<'verdict'>['against'], language: Language): string {
  const lines = new Map<string, string>();
  for (const { personId, person, code, evidence } of against) {
    const key = `${personId} ${code}`;
    if (lines.has(key)) continue;
    const who = person === '' ? '' : `${person}: `;
    lines.set(key, `${who}${codeName(code, language)} (${WORDS[language].quote(evidence)})`);
  }
  return [...lines.values()].slice(0, 6).join(', ');
}
