import { setTimeout } from 'node:timers/promises';
import * as fc from 'fast-check';
import { type Answered, Contract } from './contract.ts';
import { type DrawnRequest, requestsOf, UNKNOWN } from './draw-request.ts';
import { Memory } from './memory.ts';
import { type DocumentedOperation, operationsOf } from './operations.ts';

export interface Findings {
  readonly operationId: string;
  readonly statuses: Map<number, number>;
  slowestMs: number;
  /** What an answer was that the document does not say, with its request. */
  readonly disagreements: string[];
}

interface Options {
  readonly requests: number;
  readonly seed: number;
  /** A request that takes longer hangs. */
  readonly patienceMs: number;
  /** Sends a request as somebody who may do everything. */
  readonly send: (path: string, init: RequestInit) => Promise<Response>;
}

/** Refusals of what the document allows: then one of both is wrong. */
const OF_FORM = ['invalid-body', 'invalid-query', 'invalid-json', 'not-json', 'invalid-utf8'];

/**
 * Sends requests drawn from an API document, the operations in turn, and holds every answer against it:
 * a status below 500 that it knows, with the body and the headers it describes, in time; and no complaint
 * about the form of a request that it allows.
 */
export async function runRequests(document: unknown, options: Options): Promise<Findings[]> {
  const { requests, seed } = options;
  const contract = new Contract(document);
  const memory = new Memory();
  const { operations, schemas } = operationsOf(document);
  const rounds = Math.ceil(requests / operations.length);
  const plans = operations.map((operation, index) => ({
    operation,
    drawn: fc.sample(requestsOf(operation, schemas), { numRuns: rounds, seed: seed + index }),
    findings: {
      operationId: operation.operationId,
      statuses: new Map<number, number>(),
      slowestMs: 0,
      disagreements: [] as string[],
    },
  }));
  // Drawing them kept this process busy: connections that the server closed meanwhile are noticed only now.
  await setTimeout(100);
  // What removes things comes last, so that the others have something to find.
  const removing = plans.filter(({ operation }) => operation.method === 'DELETE');
  const others = plans.filter(({ operation }) => operation.method !== 'DELETE');
  for (const [some, round] of [others, removing].flatMap((group) =>
    Array.from({ length: rounds }, (_, index) => [group, index] as const),
  )) {
    for (const { operation, drawn, findings } of some) {
      const request = drawn[round];
      if (request === undefined) continue;
      // The first time a function is asked, it starts.
      const patienceMs = options.patienceMs * (round === 0 ? 10 : 1);
      await sendOne(operation, request, { ...options, patienceMs, contract, memory, findings });
    }
  }
  return plans.map(({ findings }) => findings);
}

async function sendOne(
  { operationId, method, path, isOpen }: DocumentedOperation,
  drawn: DrawnRequest,
  {
    contract,
    memory,
    findings,
    send,
    patienceMs,
  }: Options & { contract: Contract; memory: Memory; findings: Findings },
): Promise<void> {
  const url = addressOf(path, drawn, memory);
  const request = withKnownIds(drawn, memory);
  const init = initOf(method, url, request, memory);
  const began = performance.now();
  const wrong = (what: string) =>
    findings.disagreements.push(
      `${what} ← ${method} ${url}${queryOf(request)} ${shownBody(request)}`,
    );
  let answer: Answered;
  try {
    answer = await answerOf(
      await send(url + queryOf(request), { ...init, signal: AbortSignal.timeout(patienceMs) }),
    );
  } catch (error) {
    wrong(`no answer: ${error instanceof Error ? `${error.message} (${error.cause})` : error}`);
    return;
  }
  findings.slowestMs = Math.max(findings.slowestMs, performance.now() - began);
  const { status, json } = answer;
  findings.statuses.set(status, (findings.statuses.get(status) ?? 0) + 1);
  memory.learn(operationId, url, answer);
  for (const one of contract.disagreements(method, path, answer)) wrong(`${status}: ${one}`);
  if (status >= 500 && !isAway(status, json)) wrong(`${status} ${JSON.stringify(json)}`);
  const code = codeOf(json);
  if (status < 400 && !isOpen && request.query.some(([name]) => name === UNKNOWN)) {
    wrong(`${status} to a parameter that nobody knows`);
  }
  if (request.isValid && code !== undefined && OF_FORM.includes(code)) {
    wrong(`allowed, but ${code} ${JSON.stringify(json)}`);
  }
}

/** Another service is away, and the answer says so. */
function isAway(status: number, json: unknown): boolean {
  return (
    status === 503 &&
    ['lookup-away', 'weather-away', 'outbound-'].some((code) => codeOf(json)?.startsWith(code))
  );
}

function codeOf(json: unknown): string | undefined {
  return typeof json === 'object' && json !== null && 'code' in json
    ? String(json.code)
    : undefined;
}

/** Ids that nobody has told yet are some that nothing has. */
const NOTHING = '01890000-0000-7000-8000-000000000001';

function addressOf(path: string, { path: given, pick }: DrawnRequest, memory: Memory): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, param: string) =>
    encodeURIComponent(given[param] ?? memory.id(param, pick) ?? NOTHING),
  );
}

/** Three of four bodies that are right name what is known. */
function withKnownIds(request: DrawnRequest, memory: Memory): DrawnRequest {
  const { body, isValid, pick } = request;
  if (!isValid || body?.type !== 'application/json' || typeof body.content !== 'string') {
    return request;
  }
  if (pick % 4 === 0) return request;
  const known = memory.withKnownIds(JSON.parse(body.content), pick);
  return { ...request, body: { ...body, content: JSON.stringify(known) } };
}

function queryOf({ query }: DrawnRequest): string {
  const text = new URLSearchParams(
    query.map(([name, value]): [string, string] => [name, value]),
  ).toString();
  return text === '' ? '' : `?${text}`;
}

function initOf(method: string, url: string, request: DrawnRequest, memory: Memory): RequestInit {
  const { headers, body, pick } = request;
  const given = new Headers(headers);
  if (method === 'PATCH' && !given.has('if-match') && pick % 10 > 0) {
    given.set('if-match', memory.version(url) ?? '*');
  }
  if (typeof body?.content === 'string') given.set('content-type', body.type);
  return { method, headers: given, ...(body !== undefined && { body: body.content }) };
}

async function answerOf(response: Response): Promise<Answered> {
  const text = await response.text();
  const headers = Object.fromEntries(response.headers);
  const isJson = /[/+]json\b/.test(headers['content-type'] ?? '');
  return { status: response.status, headers, ...(isJson && { json: JSON.parse(text) }) };
}

function shownBody({ body }: DrawnRequest): string {
  if (body === undefined) return '';
  return typeof body.content === 'string' ? body.content.slice(0, 300) : 'a form';
}
