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
  /** Before the people whom it is not for, */
  readonly cannot: string;
  /** and perhaps not. */
  readonly perhapsCannot: string;
  quote(words: string): string;
  readonly limit: string;
  readonly medical: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  pl: {
    no: (food, reasons) => `Nie: ${food} – ${reasons}.`,
    perhaps: (food, reasons) => `Nie wiadomo na pewno: ${food} – ${reasons}. Sprawdź skład.`,
    unknown: (food) => `Nie wiem: nie znam produktu „${food}”. Sprawdź skład na opakowaniu.`,
    nothing: (food, people) => `W „${food}” nie znajduję niczego, czego nie może: ${people}.`,
    nobody: (food, who) => `Nie wiem o niczym, czego nie może: ${who}. Pytasz o: ${food}.`,
    has: (codes) => `Zwykle zawiera: ${codes}.`,
    mayHave: (codes) => `Może zawierać: ${codes}.`,
    read: (titles) => `Sprawdzone przepisy: ${titles}.`,
    cannot: 'nie może tego jeść: ',
    perhapsCannot: 'może nie być dla: ',
    quote: (words) => `„${words}”`,
    limit:
      'Oceniam nazwę i znane mi przepisy, nie etykietę: skład gotowego produktu i ślady mogą być inne.',
    medical: 'O ciąży, chorobach i żywieniu niemowląt nie rozstrzygam: zapytaj lekarza.',
  },
  en: {
    no: (food, reasons) => `No: ${food} – ${reasons}.`,
    perhaps: (food, reasons) => `Not certain: ${food} – ${reasons}. Check what is in it.`,
    unknown: (food) => `I cannot tell: I do not know “${food}”. Check the label.`,
    nothing: (food, people) => `In “${food}” I find nothing that is not for ${people}.`,
    nobody: (food, who) => `I know of nothing that is not for ${who}. You ask about ${food}.`,
    has: (codes) => `It usually contains ${codes}.`,
    mayHave: (codes) => `It may contain ${codes}.`,
    read: (titles) => `Recipes read: ${titles}.`,
    cannot: 'who cannot have it: ',
    perhapsCannot: 'perhaps not for: ',
    quote: (words) => `“${words}”`,
    limit:
      'I judge the name and the recipes I know, not the label: a bought product may differ and may have traces.',
    medical: 'I do not decide about pregnancy, illnesses or what babies eat: ask a doctor.',
  },
};

const MOST_PEOPLE = 6;

/** A verdict with its evidence and with what it does not rest on. */
export function verdictText(notice: NoticeAbout<'verdict'>, language: Language): string {
  const { food, verdict, people, has, mayHave, recipes, who, medical } = notice;
  const words = WORDS[language];
  const reasons = reasonsOf(notice, language);
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

/** `nie może tego jeść: Ola (orzechy: „nerkowców”)`, each person once with each allergen once. */
function reasonsOf(
  { against, verdict }: Pick<NoticeAbout<'verdict'>, 'against' | 'verdict'>,
  language: Language,
): string {
  const words = WORDS[language];
  const shown = new Map<string, { person: string; codes: Map<string, string> }>();
  for (const { personId, person, code, evidence } of against) {
    const one = shown.get(personId) ?? { person, codes: new Map<string, string>() };
    shown.set(personId, one);
    if (one.codes.has(code)) continue;
    one.codes.set(code, `${codeName(code, language)}: ${words.quote(evidence)}`);
  }
  const people = [...shown.values()].slice(0, MOST_PEOPLE).map(({ person, codes }) => {
    const found = [...codes.values()].join(', ');
    return person === '' ? found : `${person} (${found})`;
  });
  const isNamed = against.some(({ person }) => person !== '');
  const before = verdict === 'contains' ? words.cannot : words.perhapsCannot;
  return `${isNamed ? before : ''}${people.join(', ')}`;
}
