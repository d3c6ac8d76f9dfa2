import type { Person } from '#shared/households/person.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import words from './data/words.json' with { type: 'json' };
import type { MessageScanner } from './message-scanner.ts';
import { nameForms } from './name-forms.ts';
import { foodNamed } from './named-food.ts';
import { personWord } from './people-words.ts';
import type { Who } from './statement.ts';

export type Household = readonly Pick<Person, 'id' | 'name'>[];

const NO_NAMES = new Set([...words.stops, ...words.noNames]);
export const SOMEBODY: Who = { role: 'somebody', name: '', personId: null };

/** What stands between foods and who does not eat them: `alergia na soję, [to] ja`. */
const LEADING =
  /^(?:u|dla|to|for|at|of|in|moj|moja|mojej|mojego|my|our|is|ze|z|wzgledu|uwagi|powodu|na|due|because|on|disease|boli|bola|puchn\w*|szkodz\w*)$/;

/** `my` is of whoever speaks before a part of the body, `im` is no Polish pronoun before these. */
const OF_SPEAKER =
  /^(?:my (?:stomach|tummy|belly|guts?|skin|throat|mouth|lips|tongue|nose|face|eyes|head|side|part|end)|im (?:allergic|lactose|gluten|celiac|coeliac|vegan|vegetarian|a|not|so|very|severely))\b/;

const FOR_WHOM =
  /(?<![a-z'])(?:for|from|dla|od|do) (?:(?:my|our|the|a|moj\w{0,3}|nasz\w{0,3}|two|three|\d{1,2}|malych|small) ){0,3}$/;

interface Found {
  readonly who: Who;
  /** `she`, whoever that is. */
  readonly pronoun: boolean;
  readonly from: number;
  readonly to: number;
}

/** Finds the people that a message speaks of, by their places. */
export class PeopleReader {
  readonly #found: readonly Found[];
  readonly #whole: string;
  /** Whom `she` means when the message does not say: who was talked about last. */
  readonly #last: Who | null;

  constructor(scanner: MessageScanner, household: Household, last: Who | null) {
    this.#whole = scanner.whole;
    this.#last = last ?? onlyOne(household);
    const forms = household.map((person) => ({ person, forms: nameForms(person.name) }));
    const found: readonly Found[] = [...scanner.whole.matchAll(/[a-z][a-z'-]*/g)].flatMap(
      ({ 0: word, index }) => {
        // `od dziecka`: since childhood.
        if (word === 'dziecka' && scanner.whole.slice(0, index).endsWith(' od ')) return [];
        const known = forms.find((one) => one.forms.has(word))?.person;
        if (known !== undefined) {
          const who: Who = { role: 'named', name: known.name, personId: known.id };
          return [{ who, pronoun: false, from: index, to: index + word.length }];
        }
        const written = scanner.cased.slice(index, index + word.length);
        const mine = OF_SPEAKER.test(scanner.whole.slice(index));
        const meant = personWord(mine ? 'me' : word, written);
        if (meant !== undefined) {
          const named = meant.role === 'named';
          const role = meant.role === 'pronoun' ? 'somebody' : meant.role;
          const who: Who = { role, name: named ? meant.name : '', personId: null };
          return [{ who, pronoun: meant.role === 'pronoun', from: index, to: index + word.length }];
        }
        if (!/^\p{Lu}\p{Ll}+/u.test(written) || NO_NAMES.has(word)) return [];
        const who: Who = { role: 'named', name: written.replace(/'s?$/, ''), personId: null };
        return [{ who, pronoun: false, from: index, to: index + word.length }];
      },
    );
    this.#found = found.filter((one) => !this.#isFoodNotName(one, found));
  }

  /** `Lupin flour is poison to Greg`: the capital begins a sentence, and somebody else is in it. */
  #isFoodNotName({ who, from, to }: Found, all: readonly Found[]): boolean {
    const start = this.#sentenceStart(from);
    if (who.personId !== null || this.#whole.slice(start, from).trim() !== '') return false;
    const word = this.#whole.slice(from, to);
    if (personWord(word) !== undefined) return false;
    const others = all.some((one) => one.from > from && this.#sentenceStart(one.from) === start);
    return others && (foodNamed(word, 'pl') ?? foodNamed(word, 'en')) !== undefined;
  }

  /**
   * Who stands in these words, else nearest before them in the sentence, else right behind; several
   * when they are joined: `Ania i Tomek`.
   */
  near(from: number, to: number, behind: number): Who[] {
    const within = this.#found.filter((one) => one.from >= from && one.from < to);
    const said = within.find(({ who }) => who.role === 'named') ?? within[0];
    if (said !== undefined) return [this.#resolve(said)];
    const start = this.#sentenceStart(from);
    const before = this.#found.filter((one) => one.from >= start && one.from < from);
    const nearest = before.at(-1);
    const after = this.#found.find(
      (one) => one.from >= behind && this.#leadsTo(behind, one) && !this.#isVerb(one),
    );
    // `no dairy for Mia`, `alergia na soję, to ja`: said behind, unless somebody is named before.
    if (nearest === undefined || (nearest.who.role !== 'named' && after !== undefined))
      return after === undefined ? [] : [this.#resolve(after)];
    const joined = [nearest];
    for (const one of before.slice(0, -1).reverse()) {
      const between = this.#whole.slice(one.to, joined[0]?.from);
      if (!/^(?: (?:i|oraz|and) (?:moja |moj |my )?|, )$/.test(between)) break;
      joined.unshift(one);
    }
    return joined.map((one) => this.#resolve(one));
  }

  /** Whether only small words stand between. */
  #leadsTo(behind: number, { from }: Found): boolean {
    const words = this.#whole.slice(behind, from).match(/[^\s,;-]+/g) ?? [];
    return words.every((word) => LEADING.test(word));
  }

  /** `mam` says who speaks, but of something else than what stands before it. */
  #isVerb({ who, from, to }: Found): boolean {
    return (
      who.role === 'speaker' &&
      !/^(?:ja|mnie|mi|me|my|myself|jestem|dostaje|czuje|odczuwa|choruje|reaguje|puchne)$/.test(
        this.#whole.slice(from, to),
      )
    );
  }

  /** Where a person's name ends that stands right behind a place. */
  endOfPersonAt(at: number): number | undefined {
    const next = this.#others().find(({ from }) => this.#whole.slice(at, from) === ' ')?.to;
    // `Wnuczka - mleko`: what follows is of somebody else.
    return next !== undefined && /^ [a-z]/.test(this.#whole.slice(next)) ? next : undefined;
  }

  /** Where a person's name begins that ends at a place. */
  startOfPersonTo(at: number): number | undefined {
    return this.#others().find(({ to }) => to === at)?.from;
  }

  #others(): readonly Found[] {
    return this.#found.filter(({ who }) => who.role === 'named' || who.role === 'guest');
  }

  /** Who is spoken of between two places, the speaker only when nobody else is. */
  within(from: number, to: number): Who | null {
    const all = this.#found.filter((one) => one.from >= from && one.from < to);
    const found =
      all.find(({ who }) => who.role === 'named') ??
      all.find(({ who }) => who.role === 'guest') ??
      all.find(({ pronoun }) => pronoun) ??
      all[0];
    return found === undefined ? null : this.#resolve(found);
  }

  /**
   * Whether somebody else than who speaks is spoken of there, except as whom something is for. The
   * capital that begins a sentence is no name.
   */
  othersIn(from: number, to: number, language: Language): boolean {
    return this.#found.some((one) => {
      if (one.from < from || one.from >= to) return false;
      const { role } = one.who;
      if (role === 'speaker' || role === 'everybody') return false;
      const word = this.#whole.slice(one.from, one.to);
      if (language === 'en' && /^(?:on|im|mu|nim)$/.test(word)) return false;
      const before = this.#whole.slice(Math.max(0, one.from - 30), one.from);
      const isKnown = one.who.personId !== null || personWord(word) !== undefined;
      if (!isKnown && /(?:^|[.!?…;] ?)$/.test(before)) return false;
      return !FOR_WHOM.test(before);
    });
  }

  /** The last person named, of whom the next message may say `she`. */
  get last(): Who | null {
    const named = this.#found.filter(
      ({ who, from }) =>
        who.role === 'guest' ||
        (who.role === 'named' && (who.personId !== null || !this.#isPlace(from))),
    );
    return named.at(-1)?.who ?? this.#last;
  }

  /** `the weather in Gdynia`, `w Lidlu`: a capital that is nobody's. */
  #isPlace(from: number): boolean {
    return /(?:^|[^a-z])(?:w|we|in|at|near|from) $/.test(this.#whole.slice(0, from));
  }

  #resolve(found: Found): Who {
    if (!found.pronoun) return found.who;
    const before = this.#found.filter(
      ({ who, from }) => from < found.from && (who.role === 'named' || who.role === 'guest'),
    );
    return before.at(-1)?.who ?? this.#last ?? SOMEBODY;
  }

  #sentenceStart(at: number): number {
    const before = this.#whole.slice(0, at);
    return (
      Math.max(...['. ', '; ', '! ', '? ', ' - ', '– '].map((end) => before.lastIndexOf(end))) + 1
    );
  }
}

function onlyOne(household: Household): Who | null {
  const [person, ...others] = household;
  if (person === undefined || others.length > 0) return null;
  return { role: 'named', name: person.name, personId: person.id };
}
