import { once as nextEvent } from 'node:events';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { drawn } from '#test/support/drawn.ts';
import { LONG_LIMIT } from '#test/support/limits.ts';
import { momentsOf, send } from './moments.ts';
import {
  ended,
  newDataFolder,
  removeDataFolder,
  type System,
  spawnSystem,
  startSystem,
} from './system.ts';
import { textReceipts } from './text-receipts.ts';

const data = newDataFolder();
afterAll(() => removeDataFolder(data));

const photo = readFileSync('test/data/receipts/Receipt_1.jpg');
const [pdf] = textReceipts(1);
if (pdf === undefined) throw new Error('no receipt');

test('data survives a restart, and a second start on the same data says so', async () => {
  const first = await startSystem(data);
  expect(openToOthers(data)).toEqual([]);
  const added = await first.json('/api/v2/pantry', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ product: { name: 'Mleko' }, quantity: { value: '1', unit: 'l' } }),
  });

  const second = spawnSystem(data, { FLOW_ASSEMBLY: '' });
  let output = '';
  second.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = await nextEvent(second, 'exit');
  expect([code, output]).toEqual([1, expect.stringMatching(/running already .*process \d+/)]);

  expect(await first.stop('SIGINT')).toBe(0);
  const third = await startSystem(data);
  const { items } = await third.json('/api/v2/pantry');
  expect(JSON.stringify(items)).toContain(added.id);
  expect(await third.stop()).toBe(0);
});

test(
  'SIGKILL at any moment of an upload, then a restart: it ends exactly once',
  async () => {
    const folder = newDataFolder();
    onTestFinished(() => removeDataFolder(folder));
    const moments = momentsOf(drawn(40), 2026);
    const once: string[] = [];
    let system = await startSystem(folder);
    for (const [at, { name, reach }] of moments.entries()) {
      // A photograph takes ten times as long as a PDF with text, and goes another way in OCR alone.
      const receipt = name.startsWith('ocr ') ? photo : pdf;
      // Bytes of their own each time, so that no try finds the upload of another.
      const file = new Uint8Array([...receipt, ...Buffer.from(`\n%try ${at}`)]);
      const { answered } = await reach({ system, data: folder, file });
      await system.stop('SIGKILL');
      const sent = await answered;

      system = await startSystem(folder);
      // A client that got no answer sends again; the same bytes are the same upload.
      const { uploadId } = sent ?? (await sendUntilTaken(system, file));
      const upload = await ended(system, uploadId);
      const { items: receipts } = await system.json('/api/v2/receipts');
      const { items: lots } = await system.json('/api/v2/pantry?limit=100');
      const lines = new Set(lots.map(({ receiptItemId }) => receiptItemId));
      if (
        upload.status === 'done' &&
        receipts.length === 1 &&
        lots.length > 0 &&
        lines.size === lots.length
      ) {
        once.push(name);
      }
      // The next try begins with an empty pantry.
      for (const { id } of receipts) {
        await system.fetch(`/api/v2/receipts/${id}`, { method: 'DELETE' });
      }
    }
    await system.stop();
    expect(once).toEqual(moments.map(({ name }) => name));
  },
  2 * LONG_LIMIT,
);

/** What another user of this machine may read: entries of the folder, or the folder's list of them. */
function openToOthers(folder: string): string[] {
  const allows = (path: string, bits: number) => (lstatSync(path).mode & bits) !== 0;
  const open = readdirSync(folder).filter((name) => allows(join(folder, name), 0o077));
  return allows(folder, 0o066) ? [folder, ...open] : open;
}

/** Without an Idempotency-Key, which the killed try would hold for a minute: the same bytes need none. */
async function sendUntilTaken(system: System, bytes: Uint8Array<ArrayBuffer>) {
  const reply = await send(system, bytes);
  if (reply.uploadId !== undefined) return reply;
  throw new Error(`The upload was not taken again: ${JSON.stringify(reply)}`);
}
