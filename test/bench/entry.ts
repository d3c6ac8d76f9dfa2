import { closeSync, openSync, writeSync } from 'node:fs';
import '#test/support/lambda-runtime.ts';
import * as z from 'zod/mini';
import type { StreamingHandler } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { proxyEvent } from '#test/support/call.ts';
import { RecordedResponse } from '#test/support/lambda-runtime.ts';

/** What the stack of an endpoint may cost over a bare handler. */
const BUDGET_US = 60;
const ROUNDS = 15;
const REQUESTS = 2_000;

const Thing = z.object({ name: z.string(), size: z.number() });
const routes = defineRoutes('bench', {
  changeThing: {
    method: 'PATCH',
    path: '/things/{thingId}',
    scope: 'write',
    summary: 'A request with everything: authorizer, parameter, query, JSON body.',
    query: z.object({ limit: z._default(z.coerce.number(), 10) }),
    body: Thing,
    replies: { 200: Thing },
  },
});

const event = proxyEvent({
  method: 'PATCH',
  resource: '/things/{thingId}',
  params: { thingId: '01890000-0000-7000-8000-000000000001' },
  query: { limit: '7' },
  headers: { Accept: 'application/json', 'Accept-Language': 'pl', 'User-Agent': 'bench' },
  body: { name: 'jar', size: 3 },
  household: {
    householdId: '01890000-0000-7000-8000-000000000002',
    userId: '01890000-0000-7000-8000-000000000003',
    role: 'owner',
    scopes: ['read', 'write'],
  },
});

/** The same answer with nothing around it: parse, build, write. */
const bare: StreamingHandler = async (bareEvent, stream) => {
  const body = JSON.parse(Buffer.from(bareEvent.body ?? '', 'base64').toString());
  const out = awslambda.HttpResponseStream.from(stream, {
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
  });
  out.write('');
  out.write(JSON.stringify({ name: body.name, size: body.size }));
  await new Promise<void>((resolve) => out.end(resolve));
};

async function microseconds(handler: StreamingHandler): Promise<number> {
  const startedAt = performance.now();
  for (let i = 0; i < REQUESTS; i += 1) {
    const response = new RecordedResponse();
    await handler(event, response, { getRemainingTimeInMillis: () => 29_000 });
    if (response.prelude?.statusCode !== 200) throw new Error('The request was not answered');
  }
  return ((performance.now() - startedAt) * 1000) / REQUESTS;
}

/**
 * The cost of the entry stack, both handlers in the same run, in turns, the best round of each (what
 * disturbs a round only makes it slower). The log really is written, to /dev/null.
 */
export async function benchEntry(): Promise<{ name: string; ok: boolean; summary: string }> {
  const { endpoint } = await import('#shared/entry/endpoint.ts');
  const full = endpoint(routes, { changeThing: async ({ body }) => reply(200, body) });
  const nowhere = openSync('/dev/null', 'w');
  const write = process.stdout.write;
  let lines = 0;
  process.stdout.write = ((line: string) => {
    lines += 1;
    return writeSync(nowhere, line) > 0;
  }) as typeof write;
  const best = { bare: Number.POSITIVE_INFINITY, full: Number.POSITIVE_INFINITY };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      best.bare = Math.min(best.bare, await microseconds(bare));
      best.full = Math.min(best.full, await microseconds(full));
    }
  } finally {
    process.stdout.write = write;
    closeSync(nowhere);
  }
  if (lines !== ROUNDS * REQUESTS) throw new Error(`${lines} request lines were written`);
  const cost = best.full - best.bare;
  const summary =
    `bare ${best.bare.toFixed(1)} µs, with the stack ${best.full.toFixed(1)} µs: ` +
    `${cost.toFixed(1)} µs more (budget ${BUDGET_US} µs)`;
  return { name: 'entry stack', ok: cost <= BUDGET_US, summary };
}
