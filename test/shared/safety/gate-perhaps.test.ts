import { describe, expect, test } from 'vitest';
import everyday from '#test/data/safety/gate-everyday.json' with { type: 'json' };
import language from '#test/data/safety/gate-language.json' with { type: 'json' };
import lexicon from '#test/data/safety/gate-lexicon.json' with { type: 'json' };
import perhaps from '#test/data/safety/gate-perhaps.json' with { type: 'json' };
import {
  falselyBlocked,
  needlesslyWarned,
  readCases,
  silentAbout,
} from '#test/support/gate-cases.ts';

const read = readCases(perhaps);

test('the gate is never silent about an allergen of what is cooked and sold every day', () => {
  expect(silentAbout(read)).toEqual([]);
});

test('it says `contains` wrongly of at most 1 text in 50', () => {
  const wrong = falselyBlocked(read);
  expect(wrong.length, wrong.join(' | ')).toBeLessThanOrEqual(perhaps.length / 50);
});

// A `may` refuses a dish to somebody with an allergy as `contains` does.
describe.each([
  ['everyday', everyday],
  ['language', language],
  ['lexicon', lexicon],
  ['perhaps', perhaps],
])('of the table %s', (name, cases) => {
  test('at most one text in ten is refused without need', () => {
    const needless = needlesslyWarned(readCases(cases));
    process.stdout.write(`${name}: ${cases.length} texts, ${needless.length} without need\n`);
    expect(needless.length, needless.join(' | ')).toBeLessThanOrEqual(cases.length / 10);
  });
});
