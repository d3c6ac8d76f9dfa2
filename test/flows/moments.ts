import { once } from 'node:events';
import { readFileSync, watch } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { randomFrom } from '#test/synthetic/random.ts';
import { type Answer, ended, type System } from './system.ts';

/** A try to upload a receipt. */
export interface Try {
  readonly system: System;
  /** Data folder of the system. */
  readonly data: string;
  readonly file: Uint8Array<ArrayBuffer>;
}

/** What the client has in hand: the upload's reply, or nothing when the system died before it. */
type Answered = Promise<Answer | undefined>;

/** A moment in the life of an upload. */
export interface Moment {
  readonly name: string;
  /** Sends the file and waits for the moment. */
  reach(attempt: Try): Promise<{ readonly answered: Answered }>;
}

type Waiting = (attempt: Try, answered: Answered, signal: AbortSignal) => Promise<unknown>;

/**
 * Functions on the way of a receipt; each leaves a line when its work is done. First those whose work is
 * lost, or done twice, most easily.
 */
const WAY = ['save-receipt', 'ocr', 'upload', 'start-receipt', 'parse-receipt', 'match-products'];

/** As many moments: a third after the n-th write, the others with a name as far as there are any. */
export function momentsOf(count: number, seed: number): Moment[] {
  const random = randomFrom(seed);
  const named = [
    { name: 'half of the request is sent', reach: sendHalf },
    moment('the request is answered', (_, answered) => answered),
    ...WAY.map((name) =>
      moment(`${name} has done its work`, ({ data }, _, signal) => lineOf(name, data, signal)),
    ),
    moment('the request is sent', async () => undefined),
    moment('the upload has ended', () => new Promise(() => undefined)),
  ].slice(0, Math.ceil((2 * count) / 3));
  const others = Array.from({ length: count - named.length }, () => {
    const writes = random.whole(1, 60);
    const name = `queues, objects and executions were written ${writes} times`;
    return moment(name, ({ data }, _, signal) => written(writes, data, signal));
  });
  return [...named, ...others];
}

/** The file is sent; the moment is there at the latest when the upload has ended. */
function moment(name: string, wait: Waiting): Moment {
  return {
    name,
    async reach(attempt) {
      const { system, file } = attempt;
      const watching = new AbortController();
      const answered = send(system, file).catch(() => undefined);
      const reached = wait(attempt, answered, watching.signal);
      await Promise.race([reached, end(system, answered)]);
      watching.abort();
      return { answered };
    },
  };
}

/** Sends a photograph or a PDF; the reply of a system that lives. */
export function send(system: System, body: Uint8Array<ArrayBuffer>): Promise<Answer> {
  const headers = { 'content-type': typeOf(body) };
  return system.json('/api/v2/upload', { method: 'POST', headers, body });
}

async function end(system: System, answered: Answered): Promise<void> {
  const upload = await answered;
  if (upload !== undefined) await ended(system, upload.uploadId);
}

function typeOf(file: Uint8Array): string {
  return file[0] === 0x25 ? 'application/pdf' : 'image/jpeg'; // %PDF
}

async function sendHalf({ system, file }: Try) {
  const sending = request(new URL('/api/v2/upload', system.local.apiUrl), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${system.local.token}`,
      'content-type': typeOf(file),
      'content-length': file.length,
    },
  });
  sending.on('error', () => undefined); // the system dies before it can answer
  await new Promise((sent) => sending.write(file.subarray(0, file.length / 2), sent));
  return { answered: Promise.resolve(undefined) };
}

/** A new line of the function in the log. */
async function lineOf(name: string, data: string, signal: AbortSignal): Promise<void> {
  const path = join(data, 'functions.log');
  const lines = () => readFileSync(path, 'utf8').split(`"service":"${name}"`).length;
  const before = lines();
  await changes(path, signal, () => lines() > before);
}

/** The n-th write to the state of the imitated services. */
async function written(writes: number, data: string, signal: AbortSignal): Promise<void> {
  let seen = 0;
  await changes(join(data, 'state.sqlite-wal'), signal, () => {
    seen += 1;
    return seen >= writes;
  });
}

/** Waits until a change of the file is enough, or the wait is aborted. */
async function changes(path: string, signal: AbortSignal, enough: () => boolean): Promise<void> {
  const watcher = watch(path, { signal });
  try {
    do await once(watcher, 'change', { signal });
    while (!enough());
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    watcher.close();
  }
}
