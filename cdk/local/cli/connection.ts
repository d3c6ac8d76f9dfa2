import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';

/** What `npm start` writes for programs on this machine, readable by its owner alone. */
export const LocalFile = z.object({
  apiUrl: z.string(),
  issuerUrl: z.string(),
  token: z.string(),
  householdId: z.string(),
  pid: z.number(),
  /** Addresses of the imitated AWS services, for the AWS CLI and SDKs of anybody. */
  endpoints: z.record(z.string(), z.string()),
});
export type LocalFile = z.infer<typeof LocalFile>;

/** A failure with a sentence for the person at the terminal, printed without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** What a failed connection says of itself: its code, or its message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Both addresses of `localhost` refused are one error around two that say it.
  const [first] = error instanceof AggregateError ? error.errors : [];
  if (first !== undefined) return reasonOf(first);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

export function dataDirectory(): string {
  return resolve(process.env.FOODSAVE_DATA || '.foodsave');
}

/** Reads where the running system is. @throws CommandError when none has been started here. */
export function readConnection(): LocalFile {
  const path = join(dataDirectory(), 'local.json');
  try {
    return LocalFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new CommandError(`Nothing is running here (${path} is missing). Run npm start first.`, {
      cause,
    });
  }
}

/** Runs a command-line program: its CommandErrors are one line, exit code 1. */
export async function main(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error);
    process.exitCode = 1;
  }
}
