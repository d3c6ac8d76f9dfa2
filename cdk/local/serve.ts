import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { CommandError } from '#cdk/command.ts';
import { writePrivate } from './credentials.ts';
import { openDataFolder } from './data-folder.ts';
import { watchDiskSpace } from './disk/disk-space.ts';
import { diskSentence, requireRoom } from './disk/room-to-start.ts';
import type { Options } from './options.ts';
import { tryPort } from './ports.ts';
import { untilStopSignal } from './signals.ts';
import { sentenceOf } from './state/say-repair.ts';
import { AlreadyRunningError, openState } from './state/state.ts';
import { startTarget, type Target } from './target.ts';

/**
 * Runs the whole system until Ctrl-C or SIGTERM.
 * @param assemble builds the app and returns the directory of its cloud assembly.
 * @throws CommandError with one clear line for everything that a person can fix.
 */
export async function serve(options: Options, assemble: () => Promise<string>): Promise<void> {
  const started = Date.now();
  openDataFolder(options.data);
  const sayDisk = (isFull: boolean) => console.log(diskSentence(options.data, isFull));
  const disk = watchDiskSpace(options.data, sayDisk);
  requireRoom(options.data);
  if (disk.isFull()) sayDisk(true);
  const state = openStateOf(options.data);
  const repaired = sentenceOf(state.repair);
  if (repaired !== undefined) console.log(repaired);
  const stopped = untilStopSignal();
  const stopping = new AbortController();
  void stopped.then(() => stopping.abort());
  let target: Target | undefined;
  try {
    await refuseTakenPort(options.port);
    console.log('Building the functions and the CDK app …');
    const assembly = await Promise.race([assemble(), stopped]);
    if (assembly === undefined) return;
    console.log('Starting Postgres, storage, queues, workflows and the API …');
    const { signal } = stopping;
    target = await startTarget({ ...options, assembly, state, disk, signal });
    const local = await writeConnectionFile(target, options.data);
    console.log(greeting(target, local.token, Date.now() - started));
    const why = await Promise.race([stopped, target.broken]);
    console.log(`\n${why ?? 'Stopping: finishing what is under way …'}`);
    if (why !== undefined) process.exitCode = 1;
  } catch (error) {
    // A failure while stopping on request is not reported.
    if (!stopping.signal.aborted) throw error;
  } finally {
    rmSync(join(options.data, 'local.json'), { force: true });
    await target?.close();
    state.close();
    disk.close();
  }
}

const Profile = z.object({ householdId: z.string() });

function openStateOf(data: string) {
  try {
    return openState(data);
  } catch (error) {
    if (!(error instanceof AlreadyRunningError)) throw error;
    throw new CommandError(`FoodSave is running already on ${data}${runningPid(data)}.`);
  }
}

function runningPid(data: string): string {
  try {
    const { pid } = JSON.parse(readFileSync(join(data, 'local.json'), 'utf8'));
    return ` (process ${pid})`;
  } catch {
    return ''; // it has only just begun to start
  }
}

async function refuseTakenPort(port: number): Promise<void> {
  if ((await tryPort(port)) !== undefined) return;
  const why = port < 1024 && process.getuid?.() !== 0 ? 'needs more rights' : 'is in use';
  throw new CommandError(`Port ${port} ${why}. Choose another with PORT=8001, or any with PORT=0.`);
}

/** Gets a token and its household, and writes both to `local.json` for other programs. */
async function writeConnectionFile(target: Target, data: string) {
  const token = await target.token();
  const reply = await firstReply(`${target.apiUrl}/api/v2/profile`, token);
  if (!reply.ok)
    throw new Error(`The profile endpoint answered ${reply.status}: ${await reply.text()}`);
  const { householdId } = Profile.parse(await reply.json());
  const { apiUrl, issuerUrl, endpoints } = target;
  const local = { apiUrl, issuerUrl, token, householdId, pid: process.pid, endpoints };
  writePrivate(join(data, 'local.json'), local);
  return local;
}

const MAX_TRIES = 20;

/** A busy machine may take longer to start everything than a request waits. */
async function firstReply(url: string, token: string): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const reply = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    if (reply.status !== 503 || tries === MAX_TRIES) return reply;
    await reply.body?.cancel();
    await pause(1_000);
  }
}

function greeting(target: Target, token: string, milliseconds: number): string {
  const version = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
  ).version;
  return `
FoodSave AI ${version} is ready (${(milliseconds / 1000).toFixed(1)} s).

  API      ${target.apiUrl}
  Docs     ${target.apiUrl}/docs
  Health   ${target.apiUrl}/health
  Issuer   ${target.issuerUrl}
  Token    ${token}

  Try      npm run scan -- path/to/receipt.jpg
  Stop     Ctrl-C
`;
}
