import * as z from 'zod/mini';

/** What travels through the workflow of an upload: ids and keys, never contents. */
export const Run = z.object({
  householdId: z.uuid(),
  uploadId: z.uuid(),
  attempt: z.number().check(z.int(), z.minimum(1)),
});
export type Run = z.infer<typeof Run>;

/** With the request that sent the upload, whoever it is that starts its workflow. */
export type TracedRun = Run & { readonly trace?: unknown };

export const ReadRun = z.extend(Run, { readingsKey: z.string() });
export const ParsedRun = z.extend(ReadRun, { parsedKey: z.string() });
export const MatchedRun = z.extend(ParsedRun, { matchedKey: z.string() });
export const ExtractedRun = z.extend(Run, { documentId: z.uuid(), extractedKey: z.string() });
export type ExtractedRun = z.infer<typeof ExtractedRun>;
export const FailedRun = z.extend(Run, {
  error: z.object({ Error: z.string(), Cause: z.string() }),
});

/** `readings/<household>/<upload>.json`; a second attempt writes over the first's. */
export function stepKey(step: 'readings' | 'parsed' | 'matched' | 'extracted', run: Run): string {
  return `${step}/${run.householdId}/${run.uploadId}.json`;
}
