import { type Message, UserError } from '#shared/errors/user-error.ts';

interface Limit {
  readonly most: number;
  /** A limit of the request alone, whatever there is already: 422. */
  readonly ofRequest?: true;
  readonly code: string;
  readonly text: (most: string) => Message;
}

/**
 * How much one household may have of what is read or judged as a whole, so that no household makes its own
 * requests time out. What is read page by page (bookings, receipts, turns of a chat) has no limit.
 *
 * The first three and the recipes belong together: for the first list after a start the gate reads 526
 * shipped and all own recipes, 7 ms of processor each on a busy machine, and asks each about every term,
 * 0.17 ms apiece. With all limits reached that is 25 s; the function has 29. Allergens of the law cost next
 * to nothing and do not count as terms.
 */
export const HOUSEHOLD_LIMITS = {
  people: {
    most: 50,
    code: 'too-many-people',
    text: (most) => ({
      pl: `W domu może być najwyżej ${most} osób.`,
      en: `A household can have at most ${most} people.`,
    }),
  },
  terms: {
    most: 100,
    code: 'too-many-terms',
    text: (most) => ({
      pl: `Alergii opisanych słowami i nielubianych rzeczy wszystkich osób może być razem najwyżej ${most}.`,
      en: `All people together can have at most ${most} allergies in words of their own and dislikes.`,
    }),
  },
  /** They come on top of those of the household, with every request. */
  guestTerms: {
    most: 30,
    ofRequest: true,
    code: 'too-many-terms',
    text: (most) => ({
      pl: `Alergii opisanych słowami wszyscy goście mogą mieć razem najwyżej ${most}.`,
      en: `All guests together can have at most ${most} allergies in words of their own.`,
    }),
  },
  recipes: {
    most: 500,
    code: 'too-many-recipes',
    text: (most) => ({
      pl: `Można mieć najwyżej ${most} własnych przepisów.`,
      en: `There can be at most ${most} recipes of your own.`,
    }),
  },
  /** Of ingredients and steps; a common recipe has 800. Reading a thousand takes the gate 7 ms. */
  recipeCharacters: {
    most: 500_000,
    code: 'recipes-too-long',
    text: (most) => ({
      pl: `Składniki i kroki własnych przepisów mogą mieć razem najwyżej ${most} znaków.`,
      en: `Ingredients and steps of your own recipes can have at most ${most} characters together.`,
    }),
  },
  /** Each name on a receipt is compared with all of them. */
  taughtNames: {
    most: 5000,
    code: 'too-many-names',
    text: (most) => ({
      pl: `Można nauczyć najwyżej ${most} nazw z paragonów.`,
      en: `At most ${most} names on receipts can be taught.`,
    }),
  },
  /** In stock, not used up: searches, recipes and cooking read them all. */
  lots: {
    most: 5000,
    code: 'too-many-lots',
    text: (most) => ({
      pl: `W spiżarni może być najwyżej ${most} pozycji. Najpierw zapisz, co zużyto lub wyrzucono.`,
      en: `The pantry can hold at most ${most} lots. Write down first what was used or thrown away.`,
    }),
  },
  /** A receipt is read, balanced and shown with all of its lines. */
  receiptLines: {
    most: 500,
    code: 'too-many-lines',
    text: (most) => ({
      pl: `Paragon może mieć najwyżej ${most} pozycji.`,
      en: `A receipt can have at most ${most} lines.`,
    }),
  },
  documents: {
    most: 1000,
    code: 'too-many-documents',
    text: (most) => ({
      pl: `Można mieć najwyżej ${most} dokumentów. Najpierw usuń któryś.`,
      en: `There can be at most ${most} documents. Delete one first.`,
    }),
  },
  /** Each question is compared with all of them; a thousand full pages have some two thousand. */
  passages: {
    most: 50_000,
    code: 'documents-too-long',
    text: (most) => ({
      pl: `Dokumenty mogą mieć razem najwyżej ${most} fragmentów. Najpierw usuń któryś.`,
      en: `All documents together can have at most ${most} passages. Delete one first.`,
    }),
  },
  mealPlans: {
    most: 200,
    code: 'too-many-plans',
    text: (most) => ({
      pl: `Można mieć najwyżej ${most} planów posiłków. Najpierw usuń stary.`,
      en: `There can be at most ${most} meal plans. Remove an old one first.`,
    }),
  },
  shoppingLists: {
    most: 200,
    code: 'too-many-lists',
    text: (most) => ({
      pl: `Można mieć najwyżej ${most} list zakupów. Najpierw usuń starą.`,
      en: `There can be at most ${most} shopping lists. Remove an old one first.`,
    }),
  },
  /** A list is read, changed and shown as a whole. */
  shoppingItems: {
    most: 300,
    code: 'too-many-items',
    text: (most) => ({
      pl: `Lista zakupów może mieć najwyżej ${most} pozycji.`,
      en: `A shopping list can have at most ${most} items.`,
    }),
  },
  /** Each reading of the newest list compares all of them with the pantry. */
  minimums: {
    most: 200,
    code: 'too-many-minimums',
    text: (most) => ({
      pl: `Można mieć najwyżej ${most} zapasów minimalnych.`,
      en: `There can be at most ${most} minimum stocks.`,
    }),
  },
  calendarFeeds: {
    most: 20,
    code: 'too-many-feeds',
    text: (most) => ({
      pl: `Można mieć najwyżej ${most} adresów kalendarza. Najpierw odwołaj nieużywany.`,
      en: `There can be at most ${most} calendar feeds. Revoke one that is not used first.`,
    }),
  },
  deviceKeys: {
    most: 100,
    code: 'too-many-device-keys',
    text: (most) => ({
      pl: `Można mieć najwyżej ${most} kluczy urządzeń. Najpierw usuń nieużywany.`,
      en: `There can be at most ${most} device keys. Remove one that is not used first.`,
    }),
  },
} as const satisfies Readonly<Record<string, Limit>>;

/** What is counted in the database, for the whole household. */
export type CountedThing = Exclude<
  keyof typeof HOUSEHOLD_LIMITS,
  'guestTerms' | 'receiptLines' | 'shoppingItems'
>;

/** @throws UserError 409 when the household would have more than it may, 422 when a request alone has */
export function checkLimit(thing: keyof typeof HOUSEHOLD_LIMITS, size: number): void {
  const { most, code, text, ofRequest }: Limit = HOUSEHOLD_LIMITS[thing];
  if (size <= most) return;
  throw new UserError(ofRequest ? 'unprocessable' : 'conflict', code, text(String(most)));
}
