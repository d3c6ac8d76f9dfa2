import * as fc from 'fast-check';
import { brokenFrom } from './broken.ts';
import { valuesOf } from './from-schema.ts';
import type { DocumentedOperation, Parameter } from './operations.ts';

/** A request as it is drawn; what it names and which version it changes is known only when it is sent. */
export interface DrawnRequest {
  /** By name; `undefined` for one that is known by then. */
  readonly path: Readonly<Record<string, string | undefined>>;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string>>;
  /** Which of the known names and versions. */
  readonly pick: number;
  readonly body?: { readonly type: string; readonly content: string | FormData };
  /** Nothing in it was broken on purpose, so that it may be refused only for what it asks. */
  readonly isValid: boolean;
}

type Schemas = Readonly<Record<string, unknown>>;

/** Requests of an operation: every second one as the document allows it, the others broken in one place. */
export function requestsOf(
  operation: DocumentedOperation,
  schemas: Schemas,
): fc.Arbitrary<DrawnRequest> {
  const { parameters, bodies, method, isOpen } = operation;
  const ofKind = (kind: string) => parameters.filter((one) => one.in === kind);
  const drawn = fc.record({
    path: fc.record(
      Object.fromEntries(ofKind('path').map((one) => [one.name, name(one, schemas)])),
    ),
    query: queries(ofKind('query'), schemas),
    headers: headers(method, isOpen),
    pick: fc.nat(1000),
  });
  const body = bodyOf(bodies, schemas);
  const valid = fc.tuple(drawn, body).map(([request, given]) => ({
    ...request,
    ...(given !== undefined && { body: given }),
    isValid: true,
  }));
  const broken = fc.tuple(valid, fc.nat(3), brokenBody(bodies, schemas), fc.constantFrom(...STRAY));
  return fc.oneof(
    valid,
    broken.map(([request, what, other, [stray, value]]) => ({
      ...request,
      isValid: false,
      ...(what === 0 && { query: [...request.query, [stray, value] as const] }),
      ...(what === 1 && { headers: { ...request.headers, ...BROKEN_HEADERS } }),
      ...(what >= 2 && other !== undefined && { body: other }),
    })),
  );
}

/** The name of a parameter that no operation has. */
export const UNKNOWN = 'nobodyKnowsThis';

const STRAY = [
  [UNKNOWN, '1'],
  ['limit', '0x2'],
  ['limit', ''],
  ['cursor', 'bm9uZQ'],
  ['cursor', '\u0000'],
  ['q', 'a\u0000'],
  ['days', '-1'],
  ['from', '1999-01-01'],
  ['to', '0000-01-01'],
  ['guests', '{'],
  ['people', 'nobody'],
  ['useExpiring', 'perhaps'],
] as const;
const BROKEN_HEADERS = { 'idempotency-key': 'two words', 'if-match': '"0"' };

/** What is known (four of five), what the schema allows, or what nothing has. */
function name({ schema }: Parameter, schemas: Schemas): fc.Arbitrary<string | undefined> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: valuesOf(schema, schemas)
        .map(String)
        .filter((text) => text !== ''), // that is another address
    },
    { weight: 1, arbitrary: fc.constantFrom('no-id', '\u0000', 'ż', '%', 'a'.repeat(300)) },
  );
}

function queries(parameters: readonly Parameter[], schemas: Schemas) {
  const each = parameters.map(({ name: key, schema, content, required }) => {
    const json = content?.['application/json'];
    const value =
      json === undefined
        ? valuesOf(schema, schemas).map(String)
        : valuesOf(json.schema, schemas).map((list) => JSON.stringify(list));
    const pair = value.map((text) => [key, text] as const);
    if (required) return pair;
    const none = fc.constant(undefined);
    return fc.oneof({ weight: 3, arbitrary: none }, { weight: 1, arbitrary: pair });
  });
  return fc.tuple(...each).map((pairs) => pairs.flatMap((pair) => (pair ? [pair] : [])));
}

function headers(method: string, isOpen: boolean): fc.Arbitrary<Record<string, string>> {
  const language = fc.constantFrom('pl', 'en', 'de', '*;q=0.1');
  const key = fc.oneof(fc.uuid(), fc.constantFrom('once', 'twice'));
  return fc
    .record(
      {
        'accept-language': language,
        ...(method === 'POST' && !isOpen && { 'idempotency-key': key }),
      },
      { requiredKeys: [] },
    )
    .map((drawn) => ({ ...drawn }));
}

type Body = DrawnRequest['body'];

function bodyOf(bodies: DocumentedOperation['bodies'], schemas: Schemas): fc.Arbitrary<Body> {
  const forms = Object.entries(bodies).map(([type, schema]): fc.Arbitrary<Body> => {
    if (type === 'application/json') {
      return valuesOf(schema, schemas).map((value) => ({ type, content: JSON.stringify(value) }));
    }
    // No photographs: to read them costs seconds, and flow tests do.
    if (type === 'multipart/form-data') {
      return fc.string().map((text) => ({ type, content: formOf(text) }));
    }
    return fc.string().map((content) => ({ type, content }));
  });
  return forms.length === 0 ? fc.constant(undefined) : fc.oneof(...forms);
}

function formOf(text: string): FormData {
  const form = new FormData();
  form.set('file', new File([text], 'receipt.jpg', { type: 'image/jpeg' }));
  return form;
}

function brokenBody(bodies: DocumentedOperation['bodies'], schemas: Schemas): fc.Arbitrary<Body> {
  const type = 'application/json';
  const schema = bodies[type];
  if (schema === undefined) return fc.constant(undefined);
  const text = (content: string): Body => ({ type, content });
  return fc.oneof(
    {
      weight: 6,
      arbitrary: valuesOf(schema, schemas)
        .chain(brokenFrom)
        .map((value) => text(JSON.stringify(value))),
    },
    { weight: 1, arbitrary: fc.string().map(text) },
    { weight: 1, arbitrary: fc.constantFrom('', '{', '[[', 'null', '{"__proto__":{}}').map(text) },
    { weight: 1, arbitrary: fc.constant(text('['.repeat(100) + ']'.repeat(100))) },
    { weight: 1, arbitrary: fc.constant({ type: 'text/plain', content: '{}' }) },
  );
}
