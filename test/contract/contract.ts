import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as z from 'zod/mini';

const Header = z.looseObject({ required: z.optional(z.boolean()) });
const Response = z.looseObject({
  headers: z._default(z.record(z.string(), z.looseObject({ $ref: z.string() })), () => ({})),
  content: z._default(z.record(z.string(), z.looseObject({})), () => ({})),
  'x-codes': z.optional(z.array(z.string())),
});
const Operation = z.looseObject({
  operationId: z.string(),
  responses: z.record(z.string(), z.union([z.object({ $ref: z.string() }), Response])),
});
const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({
    headers: z.record(z.string(), Header),
    responses: z.record(z.string(), Response),
  }),
});
const ProblemCode = z.looseObject({ code: z.string() });

/** An answer of the API, its headers by name in lower case. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The parsed body where it is JSON. */
  readonly json?: unknown;
}

/** A validator that knows the document by the name `document`. */
export function validatorOf(document: AnySchemaObject): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat('iana-time-zone', true); // the server knows which there are
  ajv.addSchema(document, 'document', undefined, false);
  return ajv;
}

/** What an API document promises, to hold answers against. */
export class Contract {
  readonly #document: z.output<typeof Document>;
  readonly #ajv: Ajv2020;

  constructor(document: unknown) {
    this.#document = Document.parse(document);
    this.#ajv = validatorOf(this.#document);
  }

  /** Whether the document has this operation; `path` as it writes it, with braces. */
  knows(method: string, path: string): boolean {
    return this.#document.paths[path]?.[method.toLowerCase()] !== undefined;
  }

  /** Whether the document allows this JSON as the body of an operation. */
  allowsBody(method: string, path: string, json: unknown): boolean {
    const operation = `/paths/${pointer(path)}/${method.toLowerCase()}`;
    const content = `${operation}/requestBody/content/${pointer('application/json')}`;
    return this.#validator(`${content}/schema`)(json);
  }

  /** What of an answer the document does not say. None: it is as documented. */
  disagreements(method: string, path: string, answer: Answered): string[] {
    const operation = this.#document.paths[path]?.[method.toLowerCase()];
    if (operation === undefined) return ['no such operation'];
    const { status, headers, json } = answer;
    const key = String(status) in operation.responses ? String(status) : 'default';
    const named = operation.responses[key];
    if (named === undefined || (key === 'default' && status < 500)) return [`status ${status}`];
    const isShared = '$ref' in named;
    const response = isShared ? this.#document.components.responses.Problem : named;
    if (response === undefined) return ['a reference that leads nowhere'];
    const at = isShared
      ? '/components/responses/Problem'
      : `/paths/${pointer(path)}/${method.toLowerCase()}/responses/${key}`;
    return [
      ...this.#ofHeaders(Response.parse(response).headers, headers),
      ...this.#ofBody(at, Response.parse(response), headers['content-type'], json),
    ];
  }

  #ofHeaders(
    documented: z.output<typeof Response>['headers'],
    sent: Answered['headers'],
  ): string[] {
    const names = new Set(Object.keys(documented).map((name) => name.toLowerCase()));
    const missing = Object.entries(documented).filter(([name, { $ref }]) => {
      const { required } = this.#document.components.headers[$ref.split('/').at(-1) ?? ''] ?? {};
      return required === true && sent[name.toLowerCase()] === undefined;
    });
    const unknown = TOLD.filter((name) => sent[name] !== undefined && !names.has(name));
    return [
      ...missing.map(([name]) => `no header ${name}`),
      ...unknown.map((name) => `header ${name}`),
    ];
  }

  #ofBody(
    at: string,
    { content, 'x-codes': codes }: z.output<typeof Response>,
    contentType: string | undefined,
    json: unknown,
  ): string[] {
    const media = contentType?.split(';', 1)[0]?.trim();
    if (media === undefined) return Object.keys(content).length === 0 ? [] : ['no body'];
    if (!(media in content)) return [`content type ${media}`];
    if (!/[/+]json$/.test(media)) return [];
    const validate = this.#validator(`${at}/content/${pointer(media)}/schema`);
    if (!validate(json)) return (validate.errors ?? []).map(shown);
    const code = ProblemCode.safeParse(json).data?.code;
    return codes === undefined || (code !== undefined && codes.includes(code))
      ? []
      : [`code ${code}`];
  }

  #validator(at: string): ValidateFunction {
    const validate = this.#ajv.getSchema(`document#${at}`);
    if (validate === undefined) throw new Error(`The document has no schema at ${at}`);
    return validate;
  }
}

/** Headers of which the document says where they are sent. */
const TOLD = ['etag', 'location'];

function shown({ instancePath, message, params }: NonNullable<ValidateFunction['errors']>[number]) {
  return `${instancePath === '' ? '/' : instancePath} ${message} ${JSON.stringify(params)}`;
}

function pointer(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
}
