import { describe, expect, test, vi } from 'vitest';
import { handler as api } from '#functions/api/alerts/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { HOUSEHOLD, MORNING, told } from '#test/support/told.ts';

const database = testDatabase();
const { household, log, milk, receiver, remind, setWebhook, workOff } = told(database);

describe('an address', () => {
  const put = (url: string, more: object = {}) => {
    const request = { method: 'PUT', resource: `${HOUSEHOLD}/webhook`, household: household() };
    return call(api, { ...request, body: { url }, ...more });
  };

  test.each([
    'http://home.example/hook',
    'https://user:secret@home.example/hook',
    'https://home.example:8443/hook',
    'ftp://home.example',
    'no address',
  ])('%s is refused, in the language of whoever gives it', async (url) => {
    const answer = await put(url, { headers: { 'accept-language': 'pl' } });
    expect([answer.status, answer.json.code]).toEqual([422, 'webhook-address']);
    expect(answer.json.detail).toContain('Podaj adres https');
  });

  test('of the machine itself is refused where nobody named it', async () => {
    vi.stubEnv(ENV.webhookHosts, '');
    expect((await put('http://127.0.0.1:8080/')).status).toBe(422);
  });

  test('inside of the network is not connected to', async () => {
    vi.stubEnv(ENV.webhookHosts, '');
    expect((await put('https://169.254.169.254/latest')).status).toBe(200);
    await milk('2090-03-01');
    await database.query('update notification_targets set expiry_days = 2');
    await remind(MORNING);
    await workOff();
    expect((await log(HOUSEHOLD))[0].problem).toBe('address-refused');
  });

  test('is set by an owner alone, and has another key each time', async () => {
    const viewer: HouseholdContext = { ...household(), role: 'member', scopes: ['read', 'write'] };
    expect((await put('https://home.example/hook', { household: viewer })).status).toBe(403);
    const keys = [await setWebhook(HOUSEHOLD), await setWebhook(HOUSEHOLD)];
    expect(keys[0]).not.toBe(keys[1]);
    const { json } = await call(api, { resource: `${HOUSEHOLD}/webhook`, household: household() });
    expect(json).toEqual({ url: receiver.url(), expiryDays: null, createdAt: expect.any(String) });
  });
});
