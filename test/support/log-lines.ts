import { vi } from 'vitest';
import * as z from 'zod/mini';

/** A line of the log; what stands in it is what a test looks for. */
const Line = z.looseObject({ level: z.string(), message: z.string() });
export type Line = z.infer<typeof Line>;

/** What a piece of work leaves in the log, beside what it gives. */
export async function logLines<T>(
  work: () => Promise<T>,
): Promise<{ result: T; lines: readonly Line[] }> {
  const output: string[] = [];
  const keep = (line: unknown) => output.push(String(line)) > 0;
  const outs = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(keep),
  );
  const result = await work().finally(() => outs.map((out) => out.mockRestore()));
  // Others write there too: the warnings of a native library, for one.
  const lines = output.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
  return { result, lines: lines.map((line) => Line.parse(line)) };
}
