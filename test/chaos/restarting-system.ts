import { setTimeout as pause } from 'node:timers/promises';
import { type System, startSystem, tokenOf } from '#test/flows/system.ts';

/** What came back: a status of the system, or nothing. */
export interface Reply {
  readonly status: number | 'cut';
  readonly replayed: boolean;
  readonly body: unknown;
}

const CUT: Reply = { status: 'cut', replayed: false, body: undefined };
/** Longer than any function may take to answer. */
const PATIENCE_MS = 40_000;

/** A system that is killed and started again on the same data. Requests wait while it is away. */
export class RestartingSystem {
  readonly data: string;
  readonly #tokens = new Map<string, Promise<string>>();
  #running: Promise<System>;
  #answered = 0;

  constructor(data: string) {
    this.data = data;
    this.#running = startSystem(data);
  }

  running(): Promise<System> {
    return this.#running;
  }

  /**
   * Waits until the system has answered so many requests more, so that it is at work however slow the
   * machine is; half a minute at most.
   */
  async hasAnswered(more: number): Promise<void> {
    const enough = this.#answered + more;
    const deadline = Date.now() + 30_000;
    while (this.#answered < enough && Date.now() < deadline) await pause(10);
  }

  /** Lets the system end by `end`, then starts it again. @returns how long the start took, in seconds */
  async restart(end: (system: System) => Promise<void>): Promise<number> {
    const before = await this.#running;
    let began = 0;
    this.#running = (async () => {
      await end(before);
      began = performance.now();
      return await startSystem(this.data);
    })();
    await this.#running;
    return (performance.now() - began) / 1000;
  }

  /** A request of the person `sub`, sent once. */
  async request(sub: string, path: string, init: RequestInit = {}): Promise<Reply> {
    const system = await this.#running;
    try {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${await this.#tokenOf(system, sub)}`);
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const reply = await system.fetch(path, { ...init, headers, signal });
      const text = await reply.text();
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      if (reply.ok) this.#answered += 1;
      const replayed = reply.headers.get('idempotency-replayed') === 'true';
      return { status: reply.status, replayed, body };
    } catch {
      return CUT; // whatever was sent, nothing is known of it
    }
  }

  /** A reading request, repeated until it is answered. @throws when the answer is no 200 */
  async read(sub: string, path: string): Promise<unknown> {
    for (;;) {
      const { status, body } = await this.request(sub, path);
      if (status === 200) return body;
      if (status !== 'cut' && status < 500 && status !== 429) {
        throw new Error(`${path}: ${JSON.stringify(body)}`);
      }
      await pause(500);
    }
  }

  #tokenOf({ local }: System, sub: string): Promise<string> {
    const { issuerUrl } = local;
    const key = `${issuerUrl} ${sub}`;
    const known = this.#tokens.get(key);
    if (known !== undefined) return known;
    const made = tokenOf(issuerUrl, this.data, sub);
    this.#tokens.set(key, made);
    made.catch(() => this.#tokens.delete(key));
    return made;
  }
}
