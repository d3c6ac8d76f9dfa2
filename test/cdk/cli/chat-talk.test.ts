import { describe, expect, test } from 'vitest';
import type { Api } from '#cdk/cli/api.ts';
import { Talk } from '#cdk/cli/chat-talk.ts';
import { commandOf, WORDS } from '#cdk/cli/chat-words.ts';
import { CommandError } from '#cdk/command.ts';

type Sent = { path: string; headers: Record<string, string>; body: unknown };

const SESSION = '01890000-0000-7000-8000-000000000001';
const event = (id: string, name: string, data: unknown) =>
  `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
const agent = event('t.0', 'agent', { agent: 'chef' });
const proposal = event('t.2', 'proposal', { id: 'p1', summary: 'Ugotować: kopytka' });
const done = (data?: object) => event('t.3', 'done', { sessionId: SESSION, data });

/** A talk with a system that answers so, one text after the other; what was sent and written. */
function talk(...answers: (string | 'broken')[]) {
  const sent: Sent[] = [];
  const written: string[] = [];
  const api: Api = {
    async fetch(path, init = {}) {
      const headers = Object.fromEntries(new Headers(init.headers));
      sent.push({ path, headers, body: JSON.parse(String(init.body)) });
      if (path !== '/api/v1/chat') return new Response('{}');
      const answer = answers.shift();
      if (answer === undefined) throw new Error('The test has no more answers');
      return new Response(bodyOf(answer));
    },
    json: () => Promise.reject(new Error('not asked')),
  };
  const words = new Talk(api, WORDS.pl, (text) => written.push(text));
  return { talk: words, sent, text: () => written.join('') };
}

/** A text that ends in `…` breaks off there. */
function bodyOf(answer: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(answer.replace(/…$/, ''));
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      if (!answer.endsWith('…')) controller.close();
    },
    pull(controller) {
      controller.error(new Error('socket hang up'));
    },
  });
}

test('an answer is written as it comes, and the next message goes on with the session', async () => {
  const token = event('t.1', 'token', { text: 'Kopytka. ' });
  const at = talk(agent + token + proposal + agent + done(), agent + done());
  await at.talk.say('co na obiad?');
  expect(at.text()).toBe('[chef] Kopytka. \n  → propozycja: Ugotować: kopytka\n');
  await at.talk.say('a jutro?');
  expect(at.sent.map(({ body }) => body)).toEqual([
    { message: 'co na obiad?' },
    { message: 'a jutro?', sessionId: SESSION },
  ]);
});

test('a stream that breaks goes on behind its last event, under the key of the message', async () => {
  const first = `${agent}${event('t.1', 'token', { text: 'Kopy' })}…`;
  const at = talk(first, event('t.2', 'token', { text: 'tka.' }) + done());
  await at.talk.say('co na obiad?');
  expect(at.text()).toContain('[chef] Kopy');
  expect(at.text()).toContain('tka.');
  const [one, other] = at.sent.map(({ headers }) => headers);
  expect(other?.['last-event-id']).toBe('t.1');
  expect(other?.['idempotency-key']).toBe(one?.['idempotency-key']);
});

test('a problem in the stream is said, and ends no talk', async () => {
  const problem = {
    title: 'Niedostępne',
    detail: 'Asystent nie odpowiada.',
    code: 'assistant-away',
  };
  const at = talk(agent + event('t.1', 'error', problem), agent + done());
  await expect(at.talk.say('cześć')).rejects.toThrow(
    new CommandError('Asystent nie odpowiada. (assistant-away)'),
  );
  await at.talk.say('cześć');
});

describe('what was proposed', () => {
  test('is confirmed once, and undone', async () => {
    const at = talk(agent + proposal + done());
    expect(await at.talk.confirm()).toBe(WORDS.pl.nothingOpen);
    await at.talk.say('gotuję');
    expect(await at.talk.confirm()).toBe(WORDS.pl.confirmed);
    expect(await at.talk.confirm()).toBe(WORDS.pl.nothingOpen);
    expect(await at.talk.undo()).toBe(WORDS.pl.undone);
    expect(await at.talk.undo()).toBe(WORDS.pl.nothingDone);
    expect(at.sent.slice(1).map(({ path }) => path)).toEqual([
      '/api/v1/chat/proposals/p1/confirm',
      '/api/v1/chat/proposals/p1/undo',
    ]);
  });

  test('and decided by words is known to be decided', async () => {
    const at = talk(agent + proposal + done(), agent + done({ confirmed: { proposalId: 'p1' } }));
    await at.talk.say('gotuję');
    await at.talk.say('tak');
    expect(await at.talk.reject()).toBe(WORDS.pl.nothingOpen);
    expect(await at.talk.undo()).toBe(WORDS.pl.undone);
  });

  test('is forgotten with its session', async () => {
    const at = talk(agent + proposal + done());
    await at.talk.say('gotuję');
    at.talk.begin();
    expect(await at.talk.reject()).toBe(WORDS.pl.nothingOpen);
  });
});

test.each([
  ['/nie', 'reject'],
  ['/NO', 'reject'],
  ['/cofnij', 'undo'],
  ['/x', undefined],
  ['ok', undefined],
])('%s means %s', (line, command) => {
  expect(commandOf(line)).toBe(command);
});
