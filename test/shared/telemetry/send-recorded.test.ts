import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { EmbeddedStore } from '#cdk/local/redis/embedded-store.ts';
import { increment, setGauge, takeRecorded } from '#shared/telemetry/record.ts';
import { COUNTS_KEY, GAUGES_KEY } from '#shared/telemetry/redis-keys.ts';
import { metricsSender, type SendCommands } from '#shared/telemetry/send-recorded.ts';

/** The store of the local Redis, without its server. */
let redis: EmbeddedStore;
let asked: number;
let answers: 'well' | 'away' | 'silent' | 'refuses';
let now: number;

const send: SendCommands = async (commands, signal) => {
  asked += 1;
  if (answers === 'away') throw new Error('ECONNREFUSED');
  if (answers === 'silent') {
    return await new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  }
  if (answers === 'refuses') return commands.map(() => ({ error: 'READONLY' }));
  return commands.map((command) => ({ result: redis.execute(command.map(String)) }));
};

const FIELD = '["metrics_lost_total"]';
const lost = () => Number(redis.execute(['HGET', COUNTS_KEY, FIELD]));
const tokens = () =>
  Number(redis.execute(['HGET', COUNTS_KEY, '["llm_tokens_total","m","input"]']));
const ask = (by: number) => increment('llm_tokens_total', { model: 'm', direction: 'input' }, by);

let sender: ReturnType<typeof metricsSender>;
beforeEach(() => {
  takeRecorded();
  redis = new EmbeddedStore();
  asked = 0;
  now = 1_000_000;
  answers = 'well';
  sender = metricsSender(
    async () => send,
    () => 50,
    () => now,
  );
});
// The bound itself is a timer that does not keep a process alive; something has to.
let alive: NodeJS.Timeout;
beforeAll(() => {
  alive = setInterval(() => undefined, 1000);
});
afterAll(() => clearInterval(alive));

test('all that was recorded goes in one request, and nothing where there is nothing', async () => {
  ask(3);
  ask(4);
  setGauge('redis_up', {}, 1);
  await sender.send();
  await sender.send();
  expect(asked).toBe(1);
  expect(tokens()).toBe(7);
  expect(redis.execute(['HGETALL', GAUGES_KEY])).toEqual(['["redis_up"]', '1@1000000']);
});

test.each(['away', 'silent', 'refuses'] as const)(
  'a Redis that is %s fails nothing; what it may have lost is counted when it is back',
  async (how) => {
    ask(1);
    answers = how;
    await sender.send();
    expect(asked).toBe(1);
    answers = 'well';
    now += 30_000;
    ask(10);
    await sender.send();
    expect(tokens()).toBe(10);
    expect(lost()).toBe(1);
  },
);

test('a Redis that failed is not asked for half a minute, in which nothing is lost', async () => {
  ask(1);
  answers = 'away';
  await sender.send();
  answers = 'well';
  for (let request = 0; request < 5; request += 1) {
    now += 5_999;
    ask(1);
    await sender.send();
  }
  expect(asked).toBe(1);
  now += 5;
  await sender.send();
  expect(asked).toBe(2);
  expect(tokens()).toBe(5);
  expect(lost()).toBe(1);
});

test('an address that comes late costs no count', async () => {
  const address = Promise.withResolvers<SendCommands>();
  const late = metricsSender(
    () => address.promise,
    () => 50,
    () => now,
  );
  late.prepare();
  ask(2);
  await late.send();
  expect(asked).toBe(0);
  address.resolve(send);
  await late.send();
  expect(tokens()).toBe(2);
  expect(lost()).toBe(0);
});

test('an address that cannot be found is looked for again after half a minute', async () => {
  let tries = 0;
  const blind = metricsSender(
    async () => {
      tries += 1;
      if (tries === 1) throw new Error('AccessDenied');
      return send;
    },
    () => 50,
    () => now,
  );
  ask(2);
  await blind.send();
  await blind.send();
  expect(tries).toBe(1);
  now += 30_000;
  await blind.send();
  expect(tries).toBe(2);
  expect(tokens()).toBe(2);
});
