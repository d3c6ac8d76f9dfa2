import { expect, test } from 'vitest';
import { allRoutes } from '#shared/openapi/all-routes.ts';
import { openApiDocument } from '#shared/openapi/document.ts';
import { validatorOf } from '#test/contract/contract.ts';
import { type Node, walk } from './walk.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests assert on what they expect to be there
const document: any = openApiDocument(allRoutes, '0.1.0', 'http://api.test');

test('every operation has an example, and every example is as the schema wants it', () => {
  const ajv = validatorOf(document);
  const without = new Set(allRoutes.map(({ operationId }) => operationId));
  walk(document.paths, '', (at, node) => {
    if (!('example' in node) || !('schema' in node)) return;
    const operationId = at.split('/')[2] ?? '';
    expect([
      operationId,
      ajv.validate(withDocument(node.schema), node.example),
      ajv.errors,
    ]).toEqual([operationId, true, null]);
  });
  for (const { operationId, method, path, body, replies } of allRoutes) {
    const { requestBody, responses, parameters } = document.paths[path][method.toLowerCase()];
    const [reply] = Object.values<Node>(responses);
    const isJson = !('media' in (Object.values(replies)[0] ?? {}));
    if (body !== undefined) {
      expect(Object.values<Node>(requestBody.content)[0], operationId).toHaveProperty('example');
    }
    const [content] = Object.values((reply?.content ?? {}) as Record<string, Node>);
    if (isJson) expect(content).toHaveProperty('example');
    const isShown = [content ?? {}, ...parameters].some((one: Node) => 'example' in one);
    const hasNothing = content === undefined && body === undefined && !path.includes('{');
    if (isJson || isShown || hasNothing) without.delete(operationId);
  }
  without.delete('readViewer'); // a page
  expect([...without]).toEqual([]);
});

test('every reference in it leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
  expect(references.length).toBeGreaterThan(0);
  for (const [, path = ''] of references) {
    const target = path.split('/').reduce((at, key) => at?.[key], document);
    expect(target, path).toBeDefined();
  }
});

/** A schema of the document by itself, its references into the document. */
function withDocument(schema: unknown): Node {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/'));
}
