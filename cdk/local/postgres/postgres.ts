import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { serverAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { initialise, OWNER } from './initialise.ts';
import { stopOrphan } from './orphan.ts';
import { reachablePlace } from './place.ts';
import { resetPassword } from './reset-password.ts';

export interface Server {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly user: string;
  readonly directory: string;
  /** Called when the server ends without having been asked to. */
  onCrash(listener: () => void): void;
  close(): Promise<void>;
}

/** Small on purpose: one household on one machine, and memory that other programs want. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '24MB',
  // Some thirty functions of a few threads with two connections each; one costs nothing until it is used.
  max_connections: '300',
  max_wal_size: '128MB',
  jit: 'off',
  max_logical_replication_workers: '0',
  log_min_messages: 'warning',
};

/**
 * Starts Postgres on a data directory, making it first if need be, and takes over from a server
 * that a killed run left behind.
 * @throws when the server ends before it is ready, with its output.
 */
export async function startPostgres(options: {
  directory: string;
  port: number;
  password: string;
}): Promise<Server> {
  const { account, place } = await placeOf(options.directory);
  await stopOrphan(place.directory);
  await initialise(place, options.password, account);

  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(
    place.binaries.postgres,
    ['-D', place.directory, '-p', String(options.port), ...settings],
    // A separate process group: Ctrl-C in the terminal must not stop it before the functions are drained.
    {
      ...account,
      detached: true,
      cwd: dirname(place.directory),
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  // Whatever ends this process, short of a kill, does not leave the server behind.
  const endServer = () => child.kill('SIGINT');
  process.once('exit', endServer);
  child.once('exit', () => process.off('exit', endServer));
  await ready(child);
  let closing = false;
  return {
    host: '127.0.0.1',
    port: options.port,
    user: OWNER,
    directory: place.directory,
    onCrash: (listener) => child.once('exit', () => closing || listener()),
    async close() {
      closing = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    },
  };
}

/** Sets the password of a cluster whose server does not run, when the one it has is not known any more. */
export async function resetOwnerPassword(directory: string, password: string): Promise<void> {
  const { account, place } = await placeOf(directory);
  await resetPassword(place, password, account);
}

async function placeOf(directory: string) {
  const account = serverAccount();
  const preferred = { binaries: await findBinaries(), directory };
  return { account, place: reachablePlace(preferred, account) };
}

/** Resolves when the server says that it accepts connections. */
async function ready(child: ChildProcess): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      // The last words explain an early end; a server that runs for weeks must not fill memory.
      output = (output + chunk.toString()).slice(-4096);
      if (output.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`Postgres ended with ${code}: ${output.trim()}`)),
    );
  });
}
