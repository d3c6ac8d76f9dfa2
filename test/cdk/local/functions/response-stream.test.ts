import { expect, test } from 'vitest';
import type { FromInstance } from '#cdk/local/functions/protocol.ts';
import { ResponseStream } from '#cdk/local/functions/response-stream.ts';

test('the first chunk goes at once, and what is written until it was taken goes together', () => {
  const sent: string[] = [];
  const stream = new ResponseStream((message: FromInstance) => {
    if (message.type === 'chunk') sent.push(Buffer.from(message.bytes).toString());
  });
  for (const line of ['a\n', 'b\n', 'ż\n']) stream.write(line);
  expect(sent).toEqual(['a\n']);
  stream.taken();
  expect(sent).toEqual(['a\n', 'b\nż\n']);
});
