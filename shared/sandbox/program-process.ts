import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import { endWithThisProcess } from './end-with-this-process.ts';
import { exitReason } from './exit-reason.ts';
import { launch } from './launch.ts';
import type { Limits } from './limits.ts';
import { FromProgram, type ToProgram } from './messages.ts';
import { outcomeOf } from './serve.ts';
import { LIFELINE } from './watch.ts';

/** Of what a program that does not start says about it. */
const MAX_COMPLAINT = 4000;

/** Does for the program what only this process may. */
export type Answerer = (name: string, input: unknown) => Promise<unknown>;

/** What a task came to, and the memory it left its process with. */
export type TaskResult = Omit<Extract<FromProgram, { type: 'done' }>, 'type'>;

/** One process of a program: serves a task at a time, until it is ended. */
export class ProgramProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<Error>;
  readonly #lifeline: Socket;
  /** Tasks it has begun. */
  tasks = 0;
  /** The most it has held so far, all memory counted. */
  peakBytes = 0;
  isAlive = true;

  private constructor(child: ChildProcess, lifeline: Socket) {
    this.#child = child;
    this.#lifeline = lifeline;
    let last = '';
    const lines = createInterface({ input: lifeline }).on('line', (line) => {
      last = line;
      if (/^\d+$/.test(line)) this.peakBytes = Number(line);
    });
    lifeline.on('error', () => undefined); // its process has ended, which is told below
    const closed = new Promise((resolve) => lines.once('close', resolve));
    const forget = endWithThisProcess(() => this.end());
    const { promise, resolve } = Promise.withResolvers<Error>();
    child.on('error', resolve);
    child.on('exit', async (_code, signal) => {
      this.isAlive = false;
      forget();
      await closed; // what it wrote last may come after the news of its end
      resolve(exitReason(last, signal));
    });
    this.#exited = promise;
  }

  /** Resolves when the program takes tasks. */
  static async start(program: URL, limits: Limits): Promise<ProgramProcess> {
    const child = launch(program, limits);
    const lifeline = child.stdio[LIFELINE];
    if (!(lifeline instanceof Socket) || child.stderr === null) throw new Error('no lifeline');
    let complaint = '';
    const onText = (text: string) => {
      complaint = (complaint + text).slice(-MAX_COMPLAINT);
    };
    child.stderr.setEncoding('utf8').on('data', onText);
    const started = new ProgramProcess(child, lifeline);
    const reason = await Promise.race([once(child, 'message'), started.#exited]);
    if (reason instanceof Error) {
      throw new Error(`The program did not start: ${complaint}`, { cause: reason });
    }
    // From here on it handles what strangers sent, and may quote it.
    child.stderr.off('data', onText).resume();
    started.#hold(false);
    return started;
  }

  /**
   * @param signal aborted when the answer should be what there is by now
   * @throws BrokenLimitError, and an Error when the process was ended from outside
   */
  async run(
    name: string,
    input: unknown,
    { answer, signal }: { readonly answer: Answerer; readonly signal: AbortSignal | undefined },
  ): Promise<TaskResult> {
    this.tasks += 1;
    this.#hold(true);
    const onAbort = () => this.#send({ type: 'abort' });
    const { promise, resolve } = Promise.withResolvers<TaskResult>();
    const onMessage = async (received: unknown) => {
      const message = z.parse(FromProgram, received);
      if (message.type === 'done') resolve(message);
      if (message.type !== 'question') return;
      const outcome = await outcomeOf(() => answer(message.name, message.input));
      this.#send({ type: 'answer', id: message.id, outcome });
    };
    this.#child.on('message', onMessage);
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      this.#send({ type: 'task', name, input });
      if (signal?.aborted) onAbort();
      const done = await Promise.race([promise, this.#exited]);
      if (done instanceof Error) throw done;
      return done;
    } finally {
      signal?.removeEventListener('abort', onAbort);
      this.#child.off('message', onMessage);
      this.#hold(false);
    }
  }

  /** Ends the process at once, whatever it does. */
  end(): void {
    this.isAlive = false;
    this.#child.kill('SIGKILL');
  }

  #send(message: ToProgram): void {
    // A process that has ended is no fault of this message; its task hears of it.
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  /** While it serves no task it keeps nobody from ending. */
  #hold(isServing: boolean): void {
    const hold = isServing ? 'ref' : 'unref';
    this.#child[hold]();
    this.#child.channel?.[hold]();
    this.#lifeline[hold]();
    if (this.#child.stderr instanceof Socket) this.#child.stderr[hold]();
  }
}
