import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Context, synthesizeApp } from '#cdk/local/synthesize.ts';
import {
  flowAssembly,
  HURRIED,
  newDataFolder,
  removeDataFolder,
  type System,
  startSystem,
} from './system.ts';

/** The one system of a test file. */
export interface RunningSystem extends System {
  readonly data: string;
  /** Stops it and starts it again on the same data. */
  restart(): Promise<void>;
}

/**
 * Starts a system before the tests of a file, and stops it and removes its data after them.
 * @param environment makes what it is started with, given its data folder
 */
export function runningSystem(
  environment: (data: string) => Promise<Record<string, string>> = async () => ({}),
): RunningSystem {
  const data = newDataFolder();
  let env: Record<string, string>;
  let starting: Promise<System> | undefined;
  let system: System | undefined;
  const start = async () => {
    starting = startSystem(data, env);
    system = await starting;
  };
  const running = (): System => {
    if (system === undefined) throw new Error('The system runs only during the tests of its file');
    return system;
  };
  beforeAll(async () => {
    env = await environment(data);
    await start();
  }, 300_000);
  afterAll(async () => {
    // Also one that became ready only after the hook above had run out of time.
    const started = await starting?.catch(() => undefined);
    await started?.stop();
    removeDataFolder(data);
  }, 300_000);
  return {
    data,
    get local() {
      return running().local;
    },
    fetch: (path, init) => running().fetch(path, init),
    json: (path, init) => running().json(path, init),
    get ended() {
      return running().ended;
    },
    output: () => running().output(),
    stop: (signal) => running().stop(signal),
    async restart() {
      await running().stop();
      await start();
    },
  };
}

/** The app of this context, beside the data: the environment of a system that runs it. */
export async function assemblyOf(
  data: string,
  context: Context,
): Promise<{ FLOW_ASSEMBLY: string }> {
  await flowAssembly(); // builds the functions
  const assembly = join(data, 'cdk.out');
  await synthesizeApp(assembly, { ...context, ...HURRIED });
  return { FLOW_ASSEMBLY: assembly };
}
