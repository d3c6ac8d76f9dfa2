import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { echo, gateway } from './gateway.ts';

const Told = z.object({
  requestContext: z.object({ requestId: z.string(), authorizer: z.object({ event: z.string() }) }),
});

/** Does what the header `x-do` of its request says. */
const authorizer = `exports.handler = async (event) => {
  const { 'x-do': outcome } = event.headers;
  const policy = (Effect, Resource) => ({
    principalId: 'ala',
    policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect, Resource }] },
    context: { role: 'owner', number: 7, flag: true },
  });
  if (outcome === 'unauthorized') throw new Error('Unauthorized');
  if (outcome === 'fail') throw new Error('secret detail');
  if (outcome === 'nonsense') return { isAuthorized: true };
  if (outcome === 'nested') return { ...policy('Allow', '*'), context: { nested: {} } };
  if (outcome === 'elsewhere') return policy('Allow', event.methodArn.replace('/lots', '/other'));
  if (outcome === 'pattern') return policy('Allow', event.methodArn.replace(/lots.*/, '*'));
  if (outcome === 'event') return { ...policy('Allow', '*'), context: { event: JSON.stringify(event) } };
  return policy(outcome, event.methodArn);
};`;

const guarded = () =>
  gateway({ echo, authorizer }, [
    { functionName: 'echo', path: '/lots/{lotId}', authorizer: 'authorizer' },
  ]);

test.each([
  ['Allow', 200],
  ['pattern', 200],
  ['Deny', 403],
  ['elsewhere', 403],
  ['unauthorized', 401],
  ['fail', 500],
  ['nonsense', 500],
  ['nested', 500],
])('an authorizer that answers %s lets the client see %i', async (outcome, status) => {
  const { url } = await guarded();
  const reply = await fetch(`${url}/lots/1`, { headers: { 'x-do': outcome } });
  const text = await reply.text();
  expect(reply.status).toBe(status);
  expect(text).not.toContain('secret detail');
  if (status !== 200) expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('the function gets the authorizer’s context, every value as text', async () => {
  const { url } = await guarded();
  const reply = await fetch(`${url}/lots/1`, { headers: { 'x-do': 'Allow' } });
  expect(await reply.json()).toMatchObject({
    requestContext: {
      authorizer: { principalId: 'ala', role: 'owner', number: '7', flag: 'true' },
    },
  });
});

test('the authorizer gets the request without its body', async () => {
  const { url } = await guarded();
  const reply = await fetch(`${url}/lots/1?q=2`, { headers: { 'x-do': 'event' } });
  const { requestContext } = Told.parse(await reply.json());
  const event = JSON.parse(requestContext.authorizer.event);
  expect(event).toMatchObject({
    type: 'REQUEST',
    methodArn: expect.stringMatching(
      /^arn:aws:execute-api:eu-central-1:000000000000:local\/v\/GET\/lots\/1$/,
    ),
    httpMethod: 'GET',
    pathParameters: { lotId: '1' },
    queryStringParameters: { q: '2' },
    requestContext: { requestId: requestContext.requestId, identity: { sourceIp: '127.0.0.1' } },
  });
  expect(event).not.toHaveProperty('body');
});
