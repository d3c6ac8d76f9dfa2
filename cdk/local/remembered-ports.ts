import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { writePrivate } from './credentials.ts';
import type { State } from './state/state.ts';

const Ports = z.record(z.string(), z.int().check(z.minimum(1), z.maximum(65_535)));

/**
 * The ports of the last run, by name. They are in a file of their own: the issuer's is part of who
 * somebody is, so the household would be another one when it was lost with the state.
 */
export function rememberedPorts(directory: string, state: State): Record<string, number> {
  try {
    return Ports.parse(JSON.parse(readFileSync(join(directory, 'ports.json'), 'utf8')));
  } catch {
    return portsOfState(state);
  }
}

/** Where earlier versions kept them. */
function portsOfState({ database }: State): Record<string, number> {
  try {
    const rows = database.prepare('SELECT part, port FROM port').all();
    return Object.fromEntries(rows.map(({ part, port }) => [String(part), Number(port)]));
  } catch {
    return {}; // there is no such table
  }
}

export function rememberPorts(directory: string, ports: ReadonlyMap<string, number>): void {
  writePrivate(join(directory, 'ports.json'), Object.fromEntries(ports));
}
