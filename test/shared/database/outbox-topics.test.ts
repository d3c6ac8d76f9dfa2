import { expect, test } from 'vitest';
import { functionTable } from '#cdk/functions.ts';
import { OUTBOX_RELAY, queuesOfSender, TOPICS } from '#shared/database/outbox-topics.ts';
import { type SourceFile, sourceFiles } from '#test/source-files.ts';

const files = new Map(sourceFiles('functions', 'shared').map((file) => [file.path, file]));
const handlers = [...files.keys()].filter((path) => /^functions\/.*\/handler\.ts$/.test(path));

/** A file and all that it has at run time, directly or not. */
function reachable(path: string, seen = new Map<string, SourceFile>()): Map<string, SourceFile> {
  const file = files.get(path);
  if (file === undefined || seen.has(path)) return seen;
  seen.set(path, file);
  for (const imported of file.runtimeImports) reachable(imported, seen);
  return seen;
}

/** Topics whose `enqueue()` stands in code that a function brings. */
function topicsOf(handler: string): string[] {
  const texts = [...reachable(handler).values()].map(({ text }) => text);
  return texts.flatMap((text) =>
    [...text.matchAll(/\benqueue\(\s*\w+,\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
  );
}

const functionOf = (handler: string) => handler.slice('functions/'.length, -'/handler.ts'.length);

test.each(Object.keys(TOPICS))(
  'the senders of %s are the functions whose code enqueues it',
  (topic) => {
    const enqueuing = handlers.filter((handler) => topicsOf(handler).includes(topic));
    const senders = Object.entries(TOPICS).find(([name]) => name === topic)?.[1].senders ?? [];
    expect(enqueuing.map(functionOf).sort()).toEqual([...senders].sort());
    expect(senders).not.toEqual([]);
  },
);

test('every enqueue() in the code names its topic where the test above finds it', () => {
  const calls = [...files.values()].flatMap(({ path, text }) =>
    path === 'shared/database/outbox.ts' ? [] : [...text.matchAll(/\benqueue\(/g)].map(() => path),
  );
  const named = [...files.values()].flatMap(({ path, text }) =>
    [...text.matchAll(/\benqueue\(\s*\w+,\s*'([^']+)'/g)].map(() => path),
  );
  expect(named).toEqual(calls);
  expect(calls.length).toBeGreaterThan(0);
});

test('a function that relays is a sender of something, or the relay itself', () => {
  const relaying = handlers.filter((handler) =>
    reachable(handler).has('shared/database/relay-outbox.ts'),
  );
  const sending = [...functionTable.keys()].filter((path) => queuesOfSender(path).size > 0);
  expect(relaying.map(functionOf).sort()).toEqual(sending.sort());
  expect(sending).toContain(OUTBOX_RELAY);
});

test('no topic is delayed for longer than SQS can', () => {
  for (const { delaySeconds = 0 } of Object.values(TOPICS)) {
    expect(delaySeconds).toBeGreaterThanOrEqual(0);
    expect(delaySeconds).toBeLessThanOrEqual(900);
  }
});
