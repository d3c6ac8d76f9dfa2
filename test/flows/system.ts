import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { LocalFile } from '#cdk/cli/connection.ts';
import { synthesize } from '#cdk/local/synthesize.ts';
import { UNFINISHED } from '#shared/uploads/upload-state.ts';

let assembly: Promise<string> | undefined;

/** What the flows look at in replies; each reply has some of it. */
export interface Answer {
  readonly id: string;
  readonly uploadId: string;
  readonly receiptId: string;
  readonly documentId?: string;
  readonly duplicateOf?: string;
  readonly url: string;
  readonly problem?: { readonly code: string };
  readonly status: string;
  readonly items: readonly Item[];
  readonly merchant: { readonly nip: string | null };
  readonly purchasedAt: string | null;
  readonly total: { readonly amount: string } | null;
}
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly net: { readonly amount: string };
  readonly product: { readonly name: string };
  readonly expires: { readonly source: string } | null;
  readonly receiptItemId: string | null;
}

/** The API as one person has it. */
export interface Api {
  fetch(path: string, init?: RequestInit): Promise<Response>;
  json(path: string, init?: RequestInit): Promise<Answer>;
}

/** The whole system as a process of its own, on a data folder that outlives it; requests are its owner's. */
export interface System extends Api {
  readonly local: LocalFile;
  /** What it printed so far, line by line. */
  output(): readonly string[];
  /** Resolves when the process has ended, however that came about. */
  readonly ended: Promise<unknown>;
  /** SIGTERM, or the signal named, and the end of the process. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foodsave-flow-'));
  chmodSync(folder, 0o755); // root lends Postgres another user, who must be able to enter
  return folder;
}

export function removeDataFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** What a busy machine is slow to answer must not fail a test, nor what a test sends faster than people do. */
export const HURRIED = {
  patience: '10',
  rateLimits: 'chat=100000,upload=100000,rag=100000,weather=100000',
};

/** Directory of the cloud assembly that all systems of a test file run. */
export function flowAssembly(): Promise<string> {
  assembly ??= synthesize(HURRIED);
  return assembly;
}

/** Starts the system on a free port and waits until it says that it is ready. */
export async function startSystem(data: string, env: Record<string, string> = {}): Promise<System> {
  const child = spawnSystem(data, { FLOW_ASSEMBLY: await flowAssembly(), ...env });
  const output: string[] = [];
  await new Promise<void>((ready, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        output.push(line);
        if (line.includes(' is ready ')) ready();
      });
    }
    child.once('exit', (code) => failed(new Error(`It ended with ${code}:\n${output.join('\n')}`)));
  });
  const local = LocalFile.parse(JSON.parse(readFileSync(join(data, 'local.json'), 'utf8')));
  const exited =
    child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve();
  return {
    ...apiOf(local),
    local,
    ended: exited,
    output: () => output,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}

/** Requests with the token, unless they bring their own. */
export function apiOf({ apiUrl, token }: { readonly apiUrl: string; readonly token: string }): Api {
  const request = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('authorization')) headers.set('authorization', `Bearer ${token}`);
    return fetch(new URL(path, apiUrl), { ...init, headers });
  };
  return {
    fetch: request,
    json: async (path, init) => JSON.parse(await (await request(path, init)).text()),
  };
}

/** A process of the system that need not become ready. */
export function spawnSystem(
  data: string,
  env: Record<string, string>,
  account: { uid?: number; gid?: number } = {},
): ChildProcess {
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', resolve('test/flows/run-assembly.ts')],
    {
      ...account,
      env: { ...process.env, PORT: '0', FOODSAVE_DATA: data, LOG_LEVEL: 'INFO', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

/** Sends a photograph and follows it to its end. */
export async function scan(system: Api, bytes: Uint8Array<ArrayBuffer>) {
  const sent = await system.json('/api/v2/upload?kind=receipt', {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg' },
    body: bytes,
  });
  return ended(system, sent.uploadId);
}

/** The upload once it has ended, by as many event streams as that takes. */
export async function ended(system: Api, uploadId: string): Promise<Answer> {
  const path = `/api/v2/upload/${uploadId}`;
  for (;;) {
    const stream = await system.fetch(path, { headers: { accept: 'text/event-stream' } });
    await stream.text(); // it ends with the upload, or with its minute
    if (stream.status === 429) await pause(1_000); // a person has three streams, a test asks for more
    const upload = await system.json(path);
    if (!UNFINISHED.some((status) => status === upload.status)) return upload;
  }
}

/** Megabytes the process of the system holds (`VmRSS`) or has held at most (`VmHWM`); on Linux only. */
export function memoryMbOf({ local }: System, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${local.pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${field}:\\s*(\\d+) kB`).exec(status)?.[1]) / 1024);
}

const Token = z.object({ access_token: z.string() });

/** A token of the local issuer for the person `sub`. */
export async function tokenOf(issuerUrl: string, data: string, sub: string): Promise<string> {
  const secret = readFileSync(join(data, 'token-secret'), 'utf8');
  const reply = await fetch(new URL('/local/token', issuerUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}` },
    body: JSON.stringify({ sub }),
  });
  return Token.parse(await reply.json()).access_token;
}
