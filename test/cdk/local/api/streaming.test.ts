import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#test/cdk/local/support/state.ts';
import { echo, gateway, streamed } from './gateway.ts';

/** A function that writes `one`, and `two` only when it is released. */
async function gated() {
  const gate = join(temporaryFolder(), 'gate');
  const wait = `while (!require('node:fs').existsSync(${JSON.stringify(gate)})) await new Promise(setImmediate);`;
  const api = await gateway(
    { gated: streamed(`stream.write('one'); ${wait} stream.end('two');`) },
    [{ functionName: 'gated' }],
  );
  return { ...api, goOn: () => writeFileSync(gate, '') };
}

test('bytes reach the client as they are written, not when the reply is whole', async () => {
  const { url, goOn } = await gated();
  const reply = await fetch(url);
  const parts: string[] = [];
  for await (const part of reply.body ?? []) {
    parts.push(Buffer.from(part).toString());
    goOn(); // only now, so that the first part cannot have waited for the second
  }
  expect(parts).toEqual(['one', 'two']);
});

test('a client that leaves ends the stream of the function, and the gateway goes on', async () => {
  const endless = streamed(
    `if (event.path === '/whole') return stream.end('whole');
     const ticking = setInterval(() => stream.write('tick'), 5);
     await new Promise((resolve) => stream.on('close', resolve));
     clearInterval(ticking);`,
  );
  const { url } = await gateway({ endless, echo }, [
    { functionName: 'endless' },
    { functionName: 'endless', path: '/whole' },
  ]);
  const asking = get(url);
  const [reply] = await once(asking, 'response');
  await once(reply, 'data');
  asking.destroy();
  expect(await (await fetch(`${url}/whole`)).text()).toBe('whole');
});

test('a slow reader of a large reply loses nothing of it', async () => {
  const large = streamed(
    'for (let at = 0; at < 40; at++) if (!stream.write(Buffer.alloc(250_000, at))) await new Promise((r) => stream.once("drain", r)); stream.end();',
  );
  const { url } = await gateway({ large }, [{ functionName: 'large' }]);
  const reply = await fetch(url);
  let size = 0;
  for await (const part of reply.body ?? []) {
    size += part.length;
    await new Promise(setImmediate);
  }
  expect(size).toBe(10_000_000);
});

test('a failure after the first byte cuts the reply off instead of completing it', async () => {
  const broken = streamed("stream.write('half'); throw new Error('no more');");
  const { url } = await gateway({ broken }, [{ functionName: 'broken' }]);
  const reply = await fetch(url);
  expect(reply.status).toBe(200);
  await expect(reply.text()).rejects.toThrow();
});

test('closing finishes replies that have begun and takes no more', async () => {
  const { url, close, goOn } = await gated();
  const reply = await fetch(url);
  const closed = close();
  goOn();
  expect(await reply.text()).toBe('onetwo');
  await closed;
  await expect(fetch(url)).rejects.toThrow();
});
