import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import everyday from '#test/data/chat/everyday-messages.json' with { type: 'json' };
import more from '#test/data/chat/more-statements.json' with { type: 'json' };
import cases from '#test/data/chat/rule-cases.json' with { type: 'json' };
import rows from '#test/data/chat/statements.json' with { type: 'json' };
import unread from '#test/data/chat/unread-refusals.json' with { type: 'json' };
import { COUNTS, type Count, LabelledMessage, scoreStatements } from './statement-scores.ts';

const messages = z.parse(z.array(LabelledMessage), rows);
const scores = scoreStatements(messages);
/** How many of each error there may be; what is read as at hand although it is forbidden: none. */
const BOUNDS: Readonly<Record<Count, number>> = {
  forbiddenMissed: 0,
  forbiddenWrong: 0,
  forbiddenAtHand: 0,
  atHandMissed: 0,
  questionMissed: 0,
  questionWrong: 0,
  unclearMissed: 0,
  unclearWrong: 0,
  whoWrong: 3,
};

describe('messages written by people who had not seen the rules', () => {
  test('are many, of both languages, and mostly say nothing forbidden', () => {
    expect(messages.length).toBeGreaterThanOrEqual(190);
    const harmless = messages.filter(({ forbidden }) => forbidden.length === 0);
    expect(harmless.length).toBeGreaterThanOrEqual(messages.length * 0.4);
  });

  test.each(COUNTS)('%s stays within its bound', (count) => {
    console.info(`${count}: ${scores[count].length}`);
    expect(scores[count].length, scores[count].join('\n')).toBeLessThanOrEqual(BOUNDS[count]);
  });
});

const MORE_BOUNDS: Readonly<Record<Count, number>> = {
  ...BOUNDS,
  atHandMissed: 3,
  whoWrong: 2,
};

describe('more messages written by people who had not seen the rules', () => {
  const found = scoreStatements(z.parse(z.array(LabelledMessage), more));

  test.each(COUNTS)('%s stays within its bound', (count) => {
    expect(found[count].length, found[count].join('\n')).toBeLessThanOrEqual(MORE_BOUNDS[count]);
  });
});

const EVERYDAY_BOUNDS: Readonly<Record<Count, number>> = {
  ...BOUNDS,
  forbiddenMissed: 7,
  forbiddenWrong: 1,
  atHandMissed: 5,
  unclearWrong: 3,
  whoWrong: 8,
};

describe('messages as they are typed on a phone', () => {
  const found = scoreStatements(z.parse(z.array(LabelledMessage), everyday));

  test.each(COUNTS)('%s stays within its bound', (count) => {
    expect(found[count].length, found[count].join('\n')).toBeLessThanOrEqual(
      EVERYDAY_BOUNDS[count],
    );
  });
});

describe('refusals in words of which many have no rule', () => {
  const found = scoreStatements(z.parse(z.array(LabelledMessage), unread));

  test('are read or asked about, and never taken for food at hand', () => {
    expect(unread.length).toBeGreaterThanOrEqual(100);
    expect(found.forbiddenAtHand).toEqual([]);
  });

  test('leave what is at hand beside them as it is', () => {
    expect(found.atHandMissed.length, found.atHandMissed.join('\n')).toBeLessThanOrEqual(3);
  });
});

describe('messages written with the rules', () => {
  const found = scoreStatements(z.parse(z.array(LabelledMessage), cases));

  test.each(COUNTS)('no %s', (count) => {
    expect(found[count]).toEqual([]);
  });
});
