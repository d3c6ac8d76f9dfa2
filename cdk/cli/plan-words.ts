/** What the terminal says around a plan; reasons and foods come from the system in its language. */
export const PLAN_WORDS = {
  pl: {
    usage: `npm run plan -- [opcje]: układa plan posiłków i jego listę zakupów

  --days=7             od 1 do 14 dni
  --from=2026-11-28    pierwszy dzień; bez tego dziś
  --meals=lunch,dinner które posiłki: breakfast (śniadanie), lunch (obiad), dinner (kolacja); bez tego wszystkie
  --minutes=30         najdłużej przy kuchence, dla każdego posiłku
  --servings=4         porcji na posiłek; bez tego tyle, ile osób je
  --budget=150         złotych na zakupy
  --thorough           szuka dłużej (kilkanaście sekund) i podaje, jak daleko planowi do najlepszego`,
    heads: ['Dzień', 'Posiłek', 'Danie', 'Min', 'Porcje', 'Ratuje', 'Dlaczego'],
    lists: ['Dział', 'Kupić', 'Ile', 'Cena', 'Do czego'],
    saved: (zl: string) => `Plan ratuje jedzenie warte ${zl}`,
    spoils: (zl: string) => `mimo planu zepsuje się za ${zl}`,
    cost: (zl: string) => `zakupy za około ${zl}.`,
    prepare: 'Wcześniej:',
    freeze: 'Zamroź, zanim się zepsuje:',
    freezeBy: (day: string, until: string) => `najpóźniej ${day}, w zamrażarce do ${until}`,
    nothing: 'Wszystko jest w domu: nie trzeba nic kupować.',
    total: (zl: string) => `Razem około ${zl}; * oznacza cenę typową, nie z paragonu.`,
    kept: (plan: string, list: string) => `Plan ${plan}, lista ${list}.`,
    stages: {
      queued: 'plan czeka na swoją kolej',
      gather: 'zbieram spiżarnię, domowników, przepisy i pogodę',
      plan: 'układam plan',
      check: 'sprawdzam alergie',
      save: 'zapisuję',
    },
    failed: (code: string) => `Planu nie udało się ułożyć (${code}).`,
    gap: (percent: string) => `Żaden plan nie jest lepszy o więcej niż ${percent}%.`,
    infeasible: 'Takiego planu nie da się ułożyć:',
    relax: (to: string) => `wystarczy ${to}`,
  },
  en: {
    usage: `npm run plan -- [options]: plans meals and makes their shopping list

  --days=7             from 1 to 14 days
  --from=2026-11-28    the first day; today without it
  --meals=lunch,dinner which of breakfast, lunch, dinner; all of them without it
  --minutes=30         at the stove at most, for each meal
  --servings=4         for each meal; without it as many as people eat
  --budget=150         złoty for the shopping
  --thorough           searches longer (a quarter of a minute) and says how far the plan is from the best`,
    heads: ['Day', 'Meal', 'Dish', 'Min', 'Servings', 'Saves', 'Why'],
    lists: ['Aisle', 'Buy', 'How much', 'Price', 'For'],
    saved: (zl: string) => `The plan saves food worth ${zl}`,
    spoils: (zl: string) => `food worth ${zl} spoils all the same`,
    cost: (zl: string) => `the shopping costs about ${zl}.`,
    prepare: 'Beforehand:',
    freeze: 'Freeze before it spoils:',
    freezeBy: (day: string, until: string) => `by ${day}, keeps until ${until}`,
    nothing: 'Everything is at home: there is nothing to buy.',
    total: (zl: string) => `About ${zl} altogether; * is a typical price, not one of a receipt.`,
    kept: (plan: string, list: string) => `Plan ${plan}, list ${list}.`,
    stages: {
      queued: 'the plan waits for its turn',
      gather: 'gathering pantry, people, recipes and weather',
      plan: 'planning',
      check: 'checking allergies',
      save: 'saving',
    },
    failed: (code: string) => `The plan could not be made (${code}).`,
    gap: (percent: string) => `No plan is better by more than ${percent}%.`,
    infeasible: 'There is no such plan:',
    relax: (to: string) => `${to} would do`,
  },
} as const;

/** What is wrong with an option. */
export const OPTION_PROBLEMS = {
  pl: {
    unknown: (option: string) =>
      `Nie znam „${option}”. npm run plan -- --help mówi, co można podać.`,
    number: (option: string, least: number, most: number, given: string) =>
      `--${option} to liczba od ${least} do ${most}, nie „${given}”.`,
    day: (given: string) => `--from to dzień jak 2026-11-28, nie „${given}”.`,
    meals: (given: string) => `--meals to breakfast, lunch, dinner po przecinku, nie „${given}”.`,
    budget: (given: string) => `--budget to kwota jak 150 albo 149.90, nie „${given}”.`,
  },
  en: {
    unknown: (option: string) =>
      `There is no “${option}”. npm run plan -- --help says what there is.`,
    number: (option: string, least: number, most: number, given: string) =>
      `--${option} is a number from ${least} to ${most}, not “${given}”.`,
    day: (given: string) => `--from is a day like 2026-11-28, not “${given}”.`,
    meals: (given: string) => `--meals is breakfast, lunch, dinner with commas, not “${given}”.`,
    budget: (given: string) => `--budget is an amount like 150 or 149.90, not “${given}”.`,
  },
} as const;
