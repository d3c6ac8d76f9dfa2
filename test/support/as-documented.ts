import { expect } from 'vitest';
import * as z from 'zod/mini';
import { allRoutes } from '#shared/openapi/all-routes.ts';
import type { Answer, Call } from './call.ts';

/**
 * Every answer that a test gets is one that the API document describes: a status of the route, a body with
 * all that its schema demands and nothing else; a failure is a problem.
 */
export function expectAsDocumented({ method = 'GET', resource }: Call, answer: Answer): void {
  const route = allRoutes.find((one) => one.method === method && one.path === resource);
  if (route === undefined) return; // an endpoint of the test's own
  const { status, json, headers } = answer;
  const what = `${method} ${resource} answers ${status}`;
  const reply = route.replies[status];
  if (status >= 400 && reply === undefined) {
    expect(headers['content-type'], what).toBe('application/problem+json');
    return;
  }
  expect(reply, `${what}, which its route does not describe`).toBeDefined();
  if (reply === undefined || 'media' in reply || json === undefined) return;
  // What the schema does not know is left out of what it parses.
  expect(z.parse(reply, json), what).toEqual(json);
}
