import { once } from 'node:events';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { step } from '#shared/entry/step.ts';
import { timeLimitOf } from '#shared/entry/time-limit.ts';

const HOUR = 3_600_000;
const left = (milliseconds: number) => ({ getRemainingTimeInMillis: () => milliseconds });

test('a limit nears once no more is left than what is kept', async () => {
  const far = timeLimitOf(left(2 * HOUR)).nears(HOUR);
  await once(timeLimitOf(left(HOUR)).nears(HOUR), 'abort');
  await once(timeLimitOf(left(0)).nears(HOUR), 'abort');
  expect(far.aborted).toBe(false);
});

test.each([[undefined], [{}], [{ getRemainingTimeInMillis: 1 }]])(
  'there is none without a context that says it: %j',
  (context) => {
    expect(timeLimitOf(context).nears(HOUR).aborted).toBe(false);
  },
);

test('a step hears of the limit of its own invocation', async () => {
  const handler = step(z.looseObject({}), async (_, limit) => {
    await once(limit.nears(HOUR), 'abort');
    return 'over';
  });
  expect(await handler({}, left(HOUR))).toBe('over');
});
