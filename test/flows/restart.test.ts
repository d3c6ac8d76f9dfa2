import { once as nextEvent } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  type Answer,
  ended,
  newDataFolder,
  removeDataFolder,
  spawnSystem,
  startSystem,
} from './system.ts';

const data = newDataFolder();
afterAll(() => removeDataFolder(data));

const photo = new Uint8Array(readFileSync('test/data/receipts/Receipt_1.jpg'));

test('data survives a restart, and a second start on the same data says so', async () => {
  const first = await startSystem(data);
  expect(statSync(join(data, 'local.json')).mode & 0o777).toBe(0o600);
  const added = await first.json('/api/v2/pantry', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ product: { name: 'Mleko' }, quantity: { value: '1', unit: 'l' } }),
  });

  const second = spawnSystem(data, { FLOW_ASSEMBLY: '' });
  let said = '';
  second.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await nextEvent(second, 'exit');
  expect([code, said]).toEqual([1, expect.stringMatching(/running already .*process \d+/)]);

  expect(await first.stop('SIGINT')).toBe(0);
  const third = await startSystem(data);
  const { items } = await third.json('/api/v2/pantry');
  expect(JSON.stringify(items)).toContain(added.id);
  expect(await third.stop()).toBe(0);
}, 120_000);

test('SIGKILL at any moment of an upload, then a restart: it ends exactly once', async () => {
  const TRIES = 20;
  let once = 0;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const folder = newDataFolder();
    const victim = await startSystem(folder);
    // Bytes of their own each time, so that no try finds the upload of another.
    const bytes = new Uint8Array([...photo, ...Buffer.from(`try ${attempt}`)]);
    const send = (system: typeof victim) =>
      system.json('/api/v2/upload', {
        method: 'POST',
        headers: { 'content-type': 'image/jpeg' },
        body: bytes,
      });
    const sending = send(victim).catch(() => undefined);
    // The moments are spread over the whole way of an upload, from its first byte to its end.
    await new Promise((resolve) => setTimeout(resolve, attempt * 130));
    await victim.stop('SIGKILL');
    const sent = await sending;

    const next = await startSystem(folder);
    // A client that got no answer sends again; the same bytes are the same upload.
    const upload = await ended(next, (sent ?? (await sendUntilTaken(() => send(next)))).uploadId);
    const receipts = await next.json('/api/v2/receipts');
    const lots = await next.json('/api/v2/pantry?limit=100');
    const count = JSON.parse(JSON.stringify(receipts)).items.length;
    const items = JSON.parse(JSON.stringify(lots)).items;
    const lines = new Set(items.map((lot: { receiptItemId: string }) => lot.receiptItemId));
    if (
      upload.status === 'done' &&
      count === 1 &&
      items.length > 0 &&
      lines.size === items.length
    ) {
      once += 1;
    }
    await next.stop();
    removeDataFolder(folder);
  }
  expect(`${once} of ${TRIES}`).toBe(`${TRIES} of ${TRIES}`);
}, 600_000);

/** Without an Idempotency-Key, which the killed try would hold for a minute: the same bytes need none. */
async function sendUntilTaken(send: () => Promise<Answer>) {
  const reply = await send();
  if (reply.uploadId !== undefined) return reply;
  throw new Error(`The upload was not taken again: ${JSON.stringify(reply)}`);
}
