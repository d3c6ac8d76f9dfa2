import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { System } from '#test/flows/system.ts';
import type { Random } from '#test/synthetic/random.ts';
import type { RestartingSystem } from './restarting-system.ts';

export type Victim = 'the system' | 'Postgres' | 'a connection of Postgres';

/** Who is next: mostly the process with all functions and imitated services in it. */
export function nextVictim(random: Random): Victim {
  if (random.chance(0.6)) return 'the system';
  // A list of children is read from /proc, which only Linux has.
  return random.chance(0.6) || !existsSync('/proc') ? 'Postgres' : 'a connection of Postgres';
}

/** Kills it by SIGKILL. @returns seconds that the start took which followed; none when all lived on */
export async function kill(
  victim: Victim,
  chaos: RestartingSystem,
  random: Random,
): Promise<number | undefined> {
  switch (victim) {
    case 'the system':
      return await chaos.restart(async (system) => void (await system.stop('SIGKILL')));
    case 'Postgres':
      return await chaos.restart((system) => killPostgres(chaos.data, system));
    case 'a connection of Postgres': {
      const [first, ...others] = childrenOf(serverPid(chaos.data));
      // Postgres then ends all its connections and recovers by itself.
      if (first !== undefined) process.kill(random.pick([first, ...others]), 'SIGKILL');
      return undefined;
    }
  }
}

/** Without its database the system ends by itself: it finishes what is under way, and then stops. */
async function killPostgres(data: string, system: System): Promise<void> {
  process.kill(serverPid(data), 'SIGKILL');
  await Promise.race([system.ended, pause(60_000, undefined, { ref: false })]);
  await system.stop('SIGKILL');
}

function serverPid(data: string): number {
  const [pid] = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n');
  return Number(pid);
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.split(' ').filter(Boolean).map(Number);
}
