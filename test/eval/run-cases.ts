import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EvaluationCase } from './cases.ts';
import type { ReadReply, ReadRequest } from './reader.ts';
import type { CaseResult } from './results.ts';
import { type Score, score } from './score.ts';

const READER = fileURLToPath(import.meta.resolve('./reader.ts'));
/** Node says that it strips types, at every start. */
const QUIET = ['--disable-warning=ExperimentalWarning'];
/** One memory pool of glibc, as the OCR function and the local system have. */
const ENVIRONMENT = { MALLOC_ARENA_MAX: '1', ...process.env };

export interface RunOptions {
  /** Processes that read at the same time. */
  readonly jobs: number;
  /** Ways to prepare a whole page that are tried at most; the product's own number when absent. */
  readonly maxVariants?: number | undefined;
  /** No further file is begun after this. */
  readonly minutes?: number | undefined;
  /** Hears of each file as it ends, and which process read it. */
  onResult?(result: CaseResult, pid: number | undefined): void;
}

/** Reads the cases in turn, in processes of their own, and answers in the order of the cases. */
export async function runCases(
  cases: readonly EvaluationCase[],
  { jobs, maxVariants, minutes = Number.POSITIVE_INFINITY, onResult }: RunOptions,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  const waiting = [...cases.entries()];
  const until = performance.now() + minutes * 60_000;
  const begin = () => (performance.now() > until ? undefined : waiting.shift());
  const work = async () => {
    const child = fork(READER, { serialization: 'advanced', execArgv: QUIET, env: ENVIRONMENT });
    for (let next = begin(); next !== undefined; next = begin()) {
      const [at, one] = next;
      const result = resultOf(
        one,
        await ask(child, { file: await one.file(), truth: one.truth, maxVariants }),
      );
      results[at] = result;
      onResult?.(result, child.pid);
    }
    child.disconnect();
  };
  await Promise.all(Array.from({ length: jobs }, work));
  // Without the gaps of files that were not begun.
  return results.filter((result) => result !== undefined);
}

/** @throws Error when the reading process dies: a crash is not a wrong answer */
async function ask(child: ChildProcess, request: ReadRequest): Promise<ReadReply> {
  const ended = new AbortController();
  const reply = once(child, 'message', { signal: ended.signal });
  const death = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`the reading process ended with ${code}`);
  });
  child.send(request);
  try {
    const [message]: ReadReply[] = await Promise.race([reply, death]);
    if (message === undefined) throw new Error('the reading process sent no result');
    return message;
  } finally {
    ended.abort();
    await Promise.allSettled([reply, death]);
  }
}

function resultOf({ name, source, kind, truth }: EvaluationCase, reply: ReadReply): CaseResult {
  return {
    name,
    source,
    kind,
    chain: truth.chain ?? truth.merchant ?? 'unknown',
    ...(reply.score ?? nothingRead(truth)),
    refused: reply.refused ?? null,
    seconds: reply.seconds,
    cpuSeconds: reply.cpuSeconds,
    memory: reply.memory,
  };
}

const NOTHING = {
  total: null,
  date: null,
  time: null,
  receiptNumber: null,
  merchant: { name: null, chain: null, nip: null, address: null },
};

/** A refused file has nothing right. */
function nothingRead(truth: EvaluationCase['truth']): Score {
  const counted = score(NOTHING, [], truth);
  return { ...counted, nip: counted.nip === null ? null : false };
}
