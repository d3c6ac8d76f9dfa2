import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { CommandError } from '#cdk/command.ts';

/** `local.json`: what `npm start` writes for programs on this machine, readable by its owner alone. */
export const LocalFile = z.object({
  apiUrl: z.string(),
  issuerUrl: z.string(),
  token: z.string(),
  householdId: z.string(),
  pid: z.number(),
  /** Addresses of the imitated AWS services, for any AWS CLI or SDK. */
  endpoints: z.record(z.string(), z.string()),
});
export type LocalFile = z.infer<typeof LocalFile>;

/** `credentials.json`: the keys that the imitated AWS services accept. */
const Credentials = z.object({ accessKeyId: z.string(), secretAccessKey: z.string() });

/** Where the running system is. @throws CommandError when none has been started here. */
export function readConnection(): LocalFile {
  return readDataFile('local.json', LocalFile);
}

/** @throws CommandError when nothing has been started here. */
export function readCredentials(): z.infer<typeof Credentials> {
  return readDataFile('credentials.json', Credentials);
}

/** Where a file of the data folder is, or would be. */
export function dataFile(name: string): string {
  return join(resolve(process.env.FOODSAVE_DATA || '.foodsave'), name);
}

/** Whether the system runs that wrote `local.json`: one that was killed leaves it behind. */
export function isRunning(): boolean {
  try {
    process.kill(readConnection().pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readDataFile<T>(name: string, schema: z.ZodMiniType<T>): T {
  const path = dataFile(name);
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new CommandError(`Nothing is running here (${path} is missing). Run npm start first.`, {
      cause,
    });
  }
}
