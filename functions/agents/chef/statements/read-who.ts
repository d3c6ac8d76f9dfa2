import type { Person } from '#shared/households/person.ts';
import words from './data/words.json' with { type: 'json' };
import type { MessageScanner } from './message-scanner.ts';
import { nameForms } from './name-forms.ts';
import { personWord } from './people-words.ts';
import type { Who } from './statement.ts';

export type Household = readonly Pick<Person, 'id' | 'name'>[];

const NO_NAMES = new Set([...words.stops, ...words.fillers, ...words.noNames]);
export const SOMEBODY: Who = { role: 'somebody', name: '', personId: null };

interface Found {
  readonly who: Who;
  /** `she`, whoever that is. */
  readonly pronoun: boolean;
  readonly from: number;
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
    this.#found = [...scanner.whole.matchAll(/[a-z][a-z']*/g)].flatMap(({ 0: word, index }) => {
      const known = forms.find((one) => one.forms.has(word))?.person;
      if (known !== undefined) {
        const who: Who = { role: 'named', name: known.name, personId: known.id };
        return [{ who, pronoun: false, from: index }];
      }
      const written = scanner.cased.slice(index, index + word.length);
      const meant = personWord(word, written);
      if (meant !== undefined) {
        const named = meant.role === 'named';
        const role = meant.role === 'pronoun' ? 'somebody' : meant.role;
        const who: Who = { role, name: named ? meant.name : '', personId: null };
        return [{ who, pronoun: meant.role === 'pronoun', from: index }];
      }
      if (!/^\p{Lu}\p{Ll}+/u.test(written) || NO_NAMES.has(word)) return [];
      const who: Who = { role: 'named', name: written.replace(/'s?$/, ''), personId: null };
      return [{ who, pronoun: false, from: index }];
    });
  }

  /** Who stands in these words, else nearest before them in the sentence, else right behind. */
  near(from: number, to: number, behind: number): Who | null {
    const within = this.#found.filter((one) => one.from >= from && one.from < to);
    const named = within.find(({ who }) => who.role === 'named') ?? within[0];
    if (named !== undefined) return this.#resolve(named);
    const start = this.#sentenceStart(from);
    const before = this.#found.filter((one) => one.from >= start && one.from < from).at(-1);
    const after = this.#found.find((one) => {
      if (one.from < behind) return false;
      return /^[\s,;-]*(?:(?:u|dla|to|for|at|of|in|-|moj\w*|my|our|is|disease|bol\w+|puchn\w+|szkodz\w+) ?)*$/.test(
        this.#whole.slice(behind, one.from),
      );
    });
    // `no dairy for Mia`, `alergia na soję, to ja`: said behind, unless somebody is named before.
    const found = before?.who.role === 'named' || after === undefined ? (before ?? after) : after;
    return found === undefined ? null : this.#resolve(found);
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

  /** The last person named, of whom the next message may say `she`. */
  get last(): Who | null {
    const named = this.#found.filter(({ who }) => who.role === 'named' || who.role === 'guest');
    return named.at(-1)?.who ?? this.#last;
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
