import type { Locale } from '#shared/context/locale.ts';
import type { Person } from '#shared/households/person.ts';
import type { NoticeAbout } from '#shared/notices/notice.ts';
import { reportOf } from '#shared/recipes/gate.ts';
import { checkRecipe } from '#shared/safety/check.ts';
import { refusalsOf } from '#shared/safety/refusal.ts';
import type { SafetyReport } from '#shared/safety/report.ts';
import type { Offered } from '../agents/agent-entry.ts';

/**
 * The allergy gate over an answer, for everybody who eats: people of the household, guests, and whoever
 * was said in the session not to eat something.
 */
export class AnswerGate {
  #people: readonly Person[];
  readonly #locale: Locale;

  constructor(people: readonly Person[], locale: Locale) {
    this.#people = people;
    this.#locale = locale;
  }

  /** Somebody who eats too, as was found while the answer was made. */
  alsoFor(people: readonly Person[]): void {
    this.#people = [...this.#people, ...people];
  }

  /** Why a sentence or a dish must not be offered; null when nobody is harmed. */
  withheld(offered: Offered): NoticeAbout<'withheld'> | null {
    const report = this.#check(offered);
    if (report.effect !== 'block') return null;
    const refusals = refusalsOf(report).map(({ person, allergens, evidence }) => {
      return { person, allergens: [...allergens], evidence: [...evidence] };
    });
    return { about: 'withheld', title: null, remark: false, refusals };
  }

  #check(offered: Offered): SafetyReport {
    return typeof offered === 'string'
      ? checkRecipe([], [{ [this.#locale]: offered }], this.#people)
      : reportOf(offered, this.#people);
  }
}
