import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { isPermanentError } from '#shared/errors/permanent-error.ts';
import { isBrokenLimit } from './exit-reason.ts';
import { toError } from './failure.ts';
import type { Limits } from './limits.ts';
import { type Answerer, ProgramProcess } from './program-process.ts';

export interface RunOptions<Output extends Schema> {
  readonly output: Output;
  /** Answers what the task asks. */
  readonly answer?: Answerer;
  /** Aborted when the answer should be what there is by now. */
  readonly signal?: AbortSignal | undefined;
  /** Aborted when nothing can be waited for any longer: the process is ended, and this throws the reason. */
  readonly end?: AbortSignal | undefined;
}

/** A process with more than this share of its limit after a task is not used again. */
const WORN = 0.6;

/**
 * Runs the tasks of a program in a process of its own, within limits on memory and work. The process is
 * kept for the next task while it is healthy, and ends with this one.
 */
export class Sandbox {
  readonly #program: URL;
  readonly #limits: Limits;
  #process: ProgramProcess | undefined;
  #peakBytes = 0;

  constructor(program: URL, limits: Limits) {
    this.#program = program;
    this.#limits = limits;
  }

  /**
   * One task at a time.
   * @throws BrokenLimitError for input that broke a limit, and PermanentError for what cannot be read, each
   *   of a fresh process, so that what was read before decides nothing (libraries take memory they do not
   *   get for a damaged file); what else the task threw; an Error when the process was ended from outside
   */
  async run<Output extends Schema>(
    name: string,
    input: unknown,
    { output, answer = refuse, signal, end }: RunOptions<Output>,
  ): Promise<z.output<Output>> {
    end?.throwIfAborted();
    const onEnd = () => this.close();
    end?.addEventListener('abort', onEnd, { once: true });
    try {
      return z.parse(output, await this.#runInFresh(name, input, { answer, signal }));
    } catch (error) {
      end?.throwIfAborted();
      throw error;
    } finally {
      end?.removeEventListener('abort', onEnd);
    }
  }

  /** The most memory that any of its processes has held. */
  get peakBytes(): number {
    return Math.max(this.#peakBytes, this.#process?.peakBytes ?? 0);
  }

  /** Ends the process, if there is one; the next task starts another. */
  close(): void {
    this.#process?.end();
    this.#peakBytes = this.peakBytes;
    this.#process = undefined;
  }

  async #runInFresh(...task: Parameters<ProgramProcess['run']>): Promise<unknown> {
    const wasUsed = (this.#process?.tasks ?? 0) > 0;
    try {
      return await this.#runOnce(...task);
    } catch (error) {
      if (!wasUsed || !(isBrokenLimit(error) || isPermanentError(error))) throw error;
      this.close();
      return await this.#runOnce(...task);
    }
  }

  async #runOnce(...task: Parameters<ProgramProcess['run']>): Promise<unknown> {
    if (!this.#process?.isAlive) this.close();
    const used = this.#process;
    const process = used ?? (await ProgramProcess.start(this.#program, this.#limits));
    this.#process = process;
    const { outcome, residentBytes } = await process.run(...task);
    if (residentBytes > this.#limits.memoryBytes * WORN) this.close();
    if (!outcome.ok) throw toError(outcome.failure);
    return outcome.value;
  }
}

async function refuse(name: string): Promise<never> {
  throw new Error(`Nobody answers ${name}`);
}
