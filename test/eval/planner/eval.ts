import Table from 'cli-table3';
import { freezingOf } from '#shared/meal-plans/freezing.ts';
import { buildProblem } from '#shared/meal-plans/problem/build-problem.ts';
import {
  boundedPlan,
  type Effort,
  gapOf,
  QUICK,
  THOROUGH,
} from '#shared/planning/bound/bounded-plan.ts';
import { evaluate } from '#shared/planning/evaluate.ts';
import { greedyPlan } from '#shared/planning/greedy.ts';
import type { Plan } from '#shared/planning/model.ts';
import { seededRandom } from '#shared/planning/random.ts';
import { randomPlan } from '#test/support/random-plan.ts';
import { madeHousehold } from './households.ts';
import { rankedPlan } from './ranked-plan.ts';

// `npm run eval:planner -- 36 thorough 150`: weeks of made-up households, planned in four ways in one run,
// longer than for somebody who waits, each with 150 lots instead of some tens. Waste is told
// as it is if nobody freezes anything, and with what each of the four plans would have frozen by the same rule.
const HOUSEHOLDS = 36;
const PLANNERS = ['random', 'ranked', 'greedy', 'plan'] as const;
const count = Number(process.argv[2] ?? HOUSEHOLDS);
const lots = process.argv[4];
const size = lots === undefined ? {} : { lots: Number(lots) };
const effort: Effort = process.argv[3] === 'thorough' ? THOROUGH : QUICK;

const zl = (grosze: number) => (grosze / 100).toFixed(2);
const head = (what: string) => PLANNERS.map((name) => `${what}\n${name}`);
const table = new Table({
  head: [
    '',
    'lots',
    'people',
    'spoils\nno plan',
    ...head('waste'),
    ...head('cost'),
    'objective\ngreedy',
    'plan',
    'bound',
    'gap\n%',
    'ms',
  ],
  style: { head: [], border: [], compact: true },
});
const gaps: number[] = [];
const percent = (part = 0) => `${(100 * part).toFixed(1)} %`;
const sums = new Map<string, number>();
const add = (name: string, value: number) => sums.set(name, (sums.get(name) ?? 0) + value);

for (let seed = 1; seed <= count; seed += 1) {
  const { facts, wishes } = madeHousehold(seed, size);
  const built = buildProblem(facts, wishes);
  const { problem } = built;
  const before = process.cpuUsage();
  const planned = boundedPlan(problem, { seed, effort });
  const { user, system } = process.cpuUsage(before);
  const plans: Readonly<Record<(typeof PLANNERS)[number], Plan>> = {
    random: randomPlan(problem, seededRandom(seed)),
    ranked: rankedPlan(built, facts),
    greedy: greedyPlan(problem),
    plan: planned.plan,
  };
  const gap = gapOf(planned) ?? Number.NaN;
  const results = PLANNERS.map((name) => {
    const evaluation = evaluate(problem, plans[name]);
    const frozen = freezingOf(built, evaluation, facts.today);
    const saved = frozen.reduce((sum, { saves }) => sum + saves, 0);
    return {
      name,
      ...evaluation,
      withFreezing: evaluation.waste - saved,
      lotsFrozen: frozen.length,
    };
  });
  const [, ranked, greedy, plan] = results;
  for (const { name, waste, cost, withFreezing, lotsFrozen } of results) {
    add(`waste ${name}`, waste);
    add(`waste with freezing ${name}`, withFreezing);
    add(`lots frozen ${name}`, lotsFrozen);
    add(`cost ${name}`, cost);
  }
  gaps.push(gap);
  add('worse', Number((plan?.objective ?? 0) > (greedy?.objective ?? 0) + 1e-6));
  add('worse', Number((plan?.objective ?? 0) > (ranked?.objective ?? 0) + 1e-6));
  table.push([
    seed,
    problem.lots.length,
    wishes.meals[0]?.diners.length,
    zl(plan?.wasteWithoutPlan ?? 0),
    ...results.map(({ waste }) => zl(waste)),
    ...results.map(({ cost }) => zl(cost)),
    zl(greedy?.objective ?? 0),
    zl(plan?.objective ?? 0),
    zl(planned.bound),
    (100 * gap).toFixed(1),
    Math.round((user + system) / 1000),
  ]);
}

console.log(table.toString());
for (const what of ['waste', 'waste with freezing', 'cost']) {
  const of = (name: string) => sums.get(`${what} ${name}`) ?? 0;
  for (const name of PLANNERS.slice(0, -1)) {
    const below = 100 * (1 - of('plan') / of(name));
    console.log(
      `${what}: ${zl(of('plan') / count)} zł a week, ${below.toFixed(1)} % below ${name} (${zl(of(name) / count)} zł)`,
    );
  }
}
const frozen = PLANNERS.map((name) => {
  return `${name} ${((sums.get(`lots frozen ${name}`) ?? 0) / count).toFixed(1)}`;
});
console.log(`lots to freeze, a week: ${frozen.join(', ')}`);
const [frozenPlan, plainGreedy] = [sums.get('waste with freezing plan'), sums.get('waste greedy')];
const less = 100 * (1 - (frozenPlan ?? 0) / (plainGreedy ?? 1));
console.log(
  `the plan with freezing wastes ${less.toFixed(1)} % less than greedy that freezes nothing`,
);
gaps.sort((a, b) => a - b);
const mean = gaps.reduce((sum, gap) => sum + gap, 0) / count;
const [least, middle, most] = [gaps[0], gaps[Math.floor(count / 2)], gaps.at(-1)].map(percent);
console.log(`gap: ${percent(mean)} on average, ${least} to ${most}, median ${middle}`);
console.log(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`);
console.log(`worse than ranked or greedy by the objective: ${sums.get('worse')} of ${2 * count}`);
