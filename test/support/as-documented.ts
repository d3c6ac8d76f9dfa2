import { expect } from 'vitest';
import { allRoutes } from '#shared/openapi/all-routes.ts';
import { openApiDocument } from '#shared/openapi/document.ts';
import { Contract } from '#test/contract/contract.ts';
import type { Answer, Call } from './call.ts';

let contract: Contract | undefined;

/**
 * Every answer that a test gets is one that the API document describes: status, headers and body, and
 * the code of a problem.
 */
export function expectAsDocumented({ method = 'GET', resource }: Call, answer: Answer): void {
  contract ??= new Contract(openApiDocument(allRoutes, '0.1.0', 'http://api.test'));
  if (!contract.knows(method, resource)) return; // an endpoint of the test's own
  const what = `${method} ${resource} answers ${answer.status}`;
  expect(contract.disagreements(method, resource, answer), what).toEqual([]);
}
