import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { HouseholdErasure } from '#shared/household-erasure/erasure-schema.ts';
import { HouseholdExport } from '#shared/household-export/export-schema.ts';
import { readZip } from '#test/support/read-zip.ts';
import { newHousehold } from './shared-system.ts';

const api = newHousehold();

/** Asks again until the workflow has ended. */
async function exported(): Promise<HouseholdExport> {
  for (;;) {
    const shown = HouseholdExport.parse(await api.json('/api/v2/household/export'));
    if (shown.status !== 'running') return shown;
    await pause(200);
  }
}

test('a household takes its data along, is erased, and nobody gets in any more', async () => {
  const added = await api.fetch('/api/v2/household/people', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Ola', diet: 'vegan' }),
  });
  expect(added.status).toBe(201);
  const { status, archives } = await exported();
  expect(status).toBe('done');
  const download = await fetch(archives[0]?.url ?? '');
  const files = readZip(Buffer.from(await download.arrayBuffer()));
  expect(JSON.parse(files.get('json/people.json')?.toString() ?? '')).toMatchObject([
    { name: 'Ola', diet: 'vegan' },
  ]);

  const erase = async (query: string) => {
    const reply = await api.fetch(`/api/v2/household${query}`, { method: 'DELETE' });
    expect(reply.status).toBe(202);
    return HouseholdErasure.parse(await reply.json());
  };
  const { confirm, contents } = await erase('');
  expect(contents).toMatchObject({ members: 1, people: 1 });
  expect((await erase(`?confirm=${confirm}`)).status).toBe('erasing');
  expect((await api.fetch('/api/v2/household/people')).status).toBe(401);
});
