import type { GroundTruth } from '#test/synthetic/ground-truth.ts';
import { readReceipt } from './read-receipt.ts';
import { type Score, score } from './score.ts';

/** What the parent asks; sent with the advanced serialization, so bytes stay bytes. */
export interface ReadRequest {
  readonly file: Uint8Array;
  readonly truth: GroundTruth;
  /** The product's own when absent. */
  readonly maxVariants?: number | undefined;
}

export interface ReadReply {
  /** Absent when the file was refused. */
  readonly score?: Score;
  readonly refused?: string;
  readonly seconds: number;
  /** Work of all threads, which other work on the machine does not lengthen. */
  readonly cpuSeconds: number;
  /** Highest resident memory of this process so far, in MB. */
  readonly memory: number;
}

/** A process of its own that reads files one after another, so that its memory is the reader's. */
process.on('message', async (request: ReadRequest) => {
  const started = performance.now();
  const before = process.cpuUsage();
  const outcome = await readReceipt(Buffer.from(request.file), request.maxVariants).then(
    ({ receipt, items }) => ({ score: score(receipt, items, request.truth) }),
    (error: unknown) => ({ refused: String(error) }),
  );
  const { user, system } = process.cpuUsage(before);
  const reply: ReadReply = {
    ...outcome,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
    // maxRSS is in kilobytes.
    memory: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.send?.(reply);
});
// The reader keeps its workers for the next file; the parent decides when there is none.
process.on('disconnect', () => process.exit());
