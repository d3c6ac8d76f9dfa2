import Table from 'cli-table3';
import { buildProblem } from '#shared/meal-plans/problem/build-problem.ts';
import { annealedPlan } from '#shared/planning/anneal.ts';
import { evaluate } from '#shared/planning/evaluate.ts';
import { greedyPlan, randomPlan } from '#shared/planning/greedy.ts';
import type { Plan } from '#shared/planning/model.ts';
import { seededRandom } from '#shared/planning/random.ts';
import { madeHousehold } from './households.ts';
import { rankedPlan } from './ranked-plan.ts';

// `npm run eval:planner -- 36`: weeks of made-up households, planned in four ways in one run.
const HOUSEHOLDS = 36;
const PLANNERS = ['random', 'ranked', 'greedy', 'plan'] as const;
const count = Number(process.argv[2] ?? HOUSEHOLDS);

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
    'ms',
  ],
  style: { head: [], border: [], compact: true },
});
const sums = new Map<string, number>();
const add = (name: string, value: number) => sums.set(name, (sums.get(name) ?? 0) + value);

for (let seed = 1; seed <= count; seed += 1) {
  const { facts, wishes } = madeHousehold(seed);
  const built = buildProblem(facts, wishes);
  const { problem } = built;
  const before = process.cpuUsage();
  const planned = annealedPlan(problem, { seed });
  const { user, system } = process.cpuUsage(before);
  const plans: Readonly<Record<(typeof PLANNERS)[number], Plan>> = {
    random: randomPlan(problem, seededRandom(seed)),
    ranked: rankedPlan(built, facts),
    greedy: greedyPlan(problem),
    plan: planned,
  };
  const results = PLANNERS.map((name) => ({ name, ...evaluate(problem, plans[name]) }));
  const [, ranked, greedy, plan] = results;
  for (const { name, waste, cost } of results) {
    add(`waste ${name}`, waste);
    add(`cost ${name}`, cost);
  }
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
    Math.round((user + system) / 1000),
  ]);
}

console.log(table.toString());
for (const what of ['waste', 'cost']) {
  const of = (name: string) => sums.get(`${what} ${name}`) ?? 0;
  for (const name of PLANNERS.slice(0, -1)) {
    const below = 100 * (1 - of('plan') / of(name));
    console.log(
      `${what}: ${zl(of('plan') / count)} zł a week, ${below.toFixed(1)} % below ${name} (${zl(of(name) / count)} zł)`,
    );
  }
}
console.log(`worse than ranked or greedy by the objective: ${sums.get('worse')} of ${2 * count}`);
