import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readPlanOptions } from '#cdk/cli/plan-options.ts';
import {
  freezingLines,
  planTable,
  preparationLines,
  shoppingTable,
  violationLines,
} from '#cdk/cli/plan-table.ts';
import { listen } from '#cdk/local/http/listen.ts';
import { MealPlanView } from '#shared/meal-plans/api/plan-schema.ts';
import { mealPlanExamples } from '#shared/openapi/examples/meal-plans.ts';
import { shoppingExamples } from '#shared/openapi/examples/shopping-lists.ts';
import { ShoppingListView } from '#shared/shopping/shopping-schema.ts';
import { temporaryDirectory } from '#test/temporary-directory.ts';

const plan = MealPlanView.parse(mealPlanExamples.planMeals.reply);
const list = ShoppingListView.parse(shoppingExamples.addShoppingListOfPlan.reply);

describe('options', () => {
  test('are seven days unless something else is said', () => {
    expect(readPlanOptions([])).toEqual({ wishes: { days: 7 }, thorough: false });
    const args = ['--days=3', '--from=2026-11-28', '--meals=lunch,dinner', '--minutes=30'];
    const more = ['--servings=2', '--budget=149,9', '--thorough'];
    expect(readPlanOptions([...args, ...more])).toEqual({
      thorough: true,
      wishes: {
        days: 3,
        from: '2026-11-28',
        meals: ['lunch', 'dinner'],
        maxMinutes: 30,
        servings: 2,
        budget: { amount: '149.90', currency: 'PLN' },
      },
    });
  });

  test.each([
    ['--days=0', '--days is a number from 1 to 14, not “0”.'],
    ['--days=60', '--days is a number from 1 to 14, not “60”.'],
    ['--days=1.5', 'not “1.5”'],
    ['--days=', 'not “”'],
    ['--days', 'not “”'],
    ['--meals=soup', 'not “soup”'],
    ['--from=2026-02-30', 'not “2026-02-30”'],
    ['--budget=-1', 'not “-1”'],
    ['--budget=1.999', 'not “1.999”'],
    ['--day=3', 'There is no “--day”.'],
    ['7', 'There is no “7”.'],
  ])('%s is refused with a sentence', (arg, sentence) => {
    expect(() => readPlanOptions([arg])).toThrow(sentence);
  });
});

describe('the table', () => {
  test('says what is eaten when, why, what it saves and what it costs', () => {
    const text = planTable(plan, 'pl');
    expect(text).toMatch(/środa 25\.11 .* kolacja .* Naleśniki .* 30 .* 4 .* 1,75 zł/);
    expect(text).toContain('mleko 3,2% (jutro)');
    expect(text).toContain('Plan ratuje jedzenie warte 1,75 zł');
    expect(text).toContain('zakupy za około 11,99 zł.');
  });

  test('has a line for what is to be done before a meal, and none without', () => {
    expect(preparationLines(plan, 'pl')).toBe(
      'Wcześniej:\n  środa 25.11 17:30  odstawić (Naleśniki): Odstaw ciasto na godzinę.\n',
    );
    const slots = plan.slots.map((slot) => ({ ...slot, prepare: [] }));
    expect(preparationLines({ ...plan, slots }, 'pl')).toBe('');
  });

  test('says what to freeze by when', () => {
    expect(freezingLines(plan, 'en')).toBe(
      'Freeze before it spoils:\n  mleko 3,2%, 500 ml: by Wednesday 25 November, keeps until 2027-02-23 (1.75 PLN)\n',
    );
    expect(freezingLines(plan, 'pl')).toContain(
      'najpóźniej środa 25.11, w zamrażarce do 2027-02-23',
    );
    expect(freezingLines({ ...plan, freeze: [] }, 'pl')).toBe('');
  });

  test('of the list marks prices that no receipt says', () => {
    expect(shoppingTable(list, 'en')).toMatch(/mąka pszenna .* 1 × 1 kg .* 3\.49 PLN +│ Naleśniki/);
    const typical = list.items.map((item) => ({ ...item, priceSource: 'typical' as const }));
    expect(shoppingTable({ ...list, items: typical }, 'en')).toContain('3.49 PLN *');
    expect(shoppingTable({ ...list, items: [] }, 'en')).toContain('nothing to buy');
  });

  test('of wishes that cannot be met says which option would do', () => {
    const slot = { id: plan.id, date: '2026-11-25', meal: 'dinner' as const };
    const detail = 'No recipe takes 1 min at most.';
    const violations = [{ wish: 'maxMinutes' as const, slot, detail, relaxTo: 10 }];
    expect(violationLines(violations, 'en')).toBe(
      `There is no such plan:\n  Wednesday 25 November, dinner: ${detail} (--minutes=10 would do)`,
    );
  });
});

/** Runs `npm run plan` against an API that answers so to each path. */
async function run(args: readonly string[], answers: Readonly<Record<string, unknown>>) {
  const bodies: unknown[] = [];
  const server = await listen(0, async (request, response) => {
    let sent = '';
    for await (const part of request.setEncoding('utf8')) sent += part;
    if (sent !== '') bodies.push(JSON.parse(sent));
    const answer = answers[request.url ?? ''];
    if (answer === undefined) throw new Error(`The test has no answer to ${request.url}`);
    response.end(JSON.stringify(answer));
  });
  onTestFinished(() => server.close());
  const data = temporaryDirectory();
  const local = { apiUrl: server.url, issuerUrl: server.url, token: 't', householdId: plan.id };
  writeFileSync(join(data, 'local.json'), JSON.stringify({ ...local, pid: 1, endpoints: {} }));
  const env = { ...process.env, FOODSAVE_DATA: data, NODE_NO_WARNINGS: '1', LC_ALL: 'en' };
  const command = ['cdk/run.mjs', 'plan', ...args];
  return promisify(execFile)(process.execPath, command, { env }).then(
    ({ stdout }) => ({ code: 0, out: stdout, bodies }),
    ({ code, stderr }) => ({ code: Number(code), out: String(stderr), bodies }),
  );
}

const PLANS = '/api/v2/meal-plans';

test('plans, makes the list of the plan and says where both are kept', async () => {
  const { code, out, bodies } = await run(['--days=1', '--from=2026-11-25'], {
    [PLANS]: plan,
    [`/api/v2/shopping-lists/from-plan/${plan.id}`]: list,
  });
  expect([code, bodies]).toEqual([0, [{ days: 1, from: '2026-11-25' }, {}]]);
  expect(out).toMatch(/Naleśniki.*mąka pszenna.*Plan .*, list /s);
});

test('waits for a thorough plan, and says what is being done', async () => {
  const queued = { ...plan, status: 'queued', slots: [] };
  const { code, out } = await run(['--days=1', '--from=2026-11-25', '--thorough'], {
    [PLANS]: queued,
    [`${PLANS}/${plan.id}`]: plan,
    [`/api/v2/shopping-lists/from-plan/${plan.id}`]: list,
  });
  expect(code).toBe(0);
  expect(out).toMatch(/Naleśniki.*No plan is better by more than 4\.0%\..*Plan .*, list /s);
});

test('a thorough plan that failed says why', async () => {
  const failed = { ...plan, status: 'failed', problem: 'unknown-person', slots: [] };
  const { code, out } = await run(['--from=2026-11-25', '--thorough'], {
    [PLANS]: failed,
    [`${PLANS}/${plan.id}`]: failed,
  });
  expect([code, out]).toEqual([1, 'The plan could not be made (unknown-person).\n']);
});

test('a plan that cannot be is a failure with its wishes, and no list is made', async () => {
  const detail = 'The cheapest plan that was found costs 82.83 PLN.';
  const violations = [{ wish: 'budget', slot: null, detail, relaxTo: null }];
  const answer = { ...plan, status: 'infeasible', slots: [], violations };
  const { code, out } = await run(['--from=2026-11-25'], { [PLANS]: answer });
  expect([code, out]).toEqual([1, `There is no such plan:\n  ${detail}\n`]);
});
