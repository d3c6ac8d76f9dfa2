import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { play } from '#test/eval/conversations/play.ts';
import { readScripts } from '#test/eval/conversations/script.ts';
import { agentsBehindChat } from '#test/support/agents-behind-chat.ts';
import { apiInProcess } from '#test/support/api-in-process.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
agentsBehindChat();

/** Receipts are read by the whole system alone (`npm run eval:conversations`). */
const scripts = readScripts(
  readFileSync('test/eval/conversations/household-talk.jsonl', 'utf8'),
).filter(({ kind, house }) => kind === 'pantry' && house.spending === undefined);

test.for(scripts.map((script) => [script.id, script.title, script] as const))(
  'comes to what was written before: %s %s',
  async ([, , script]) => {
    const api = apiInProcess(await database.newHousehold());
    const today = new Date().toISOString().slice(0, 10);
    const played = await play(script, api, today);
    expect(played.filter(({ failures }) => failures.length > 0)).toEqual([]);
  },
);
