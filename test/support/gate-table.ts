import { expect, test } from 'vitest';
import { falselyBlocked, type GateCase, readCases, silentAbout } from './gate-cases.ts';

const MAX_WRONG = 0.03;

/** The two tests of a whole table of labelled texts. */
export function gateTable(cases: readonly GateCase[]): void {
  const read = readCases(cases);

  test('the gate is never silent about an allergen that a text brings', () => {
    expect(silentAbout(read)).toEqual([]);
  });

  test('it says `contains` wrongly of at most 3 texts in 100', () => {
    const wrong = falselyBlocked(read);
    process.stdout.write(`${cases.length} texts, ${wrong.length} blocked falsely\n`);
    expect(wrong.length, wrong.join(' | ')).toBeLessThanOrEqual(cases.length * MAX_WRONG);
  });
}
