import { expect, test } from 'vitest';
import { eventData } from '#cdk/cli/server-sent-events.ts';

function responseOf(...chunks: (string | Uint8Array)[]): Response {
  const bytes = chunks.map((chunk) =>
    typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk,
  );
  return new Response(ReadableStream.from(bytes));
}

test('an event cut anywhere, even inside a letter, arrives whole', async () => {
  const whole = new TextEncoder().encode('event: status\ndata: {"a":"żółw"}\n\ndata: second\n\n');
  for (let cut = 0; cut <= whole.length; cut++) {
    const response = responseOf(whole.slice(0, cut), whole.slice(cut));
    expect(await Array.fromAsync(eventData(response))).toEqual(['{"a":"żółw"}', 'second']);
  }
});

test('heartbeat comments are not events, and lines of one event are joined', async () => {
  const response = responseOf(
    ': still here\n\n',
    'data: one\r\ndata: two\r\n\r\n',
    'data: cut off',
  );
  expect(await Array.fromAsync(eventData(response))).toEqual(['one\ntwo']);
});
