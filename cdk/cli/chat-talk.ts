import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { CommandError } from '#cdk/command.ts';
import type { Api } from './api.ts';
import type { Words } from './chat-words.ts';
import { type ServerEvent, serverEvents } from './server-sent-events.ts';

const MOST_TRIES = 5;

const Token = z.object({ text: z.string() });
const Agent = z.object({ agent: z.string() });
const Citation = z.object({ title: z.string(), url: z.optional(z.string()) });
const Proposal = z.object({ id: z.string(), summary: z.string() });
const Done = z.object({
  sessionId: z.string(),
  data: z.optional(
    z.object({
      confirmed: z.optional(z.object({ proposalId: z.string() })),
      rejected: z.optional(z.object({ proposalId: z.string() })),
      undone: z.optional(z.object({ proposalId: z.string() })),
    }),
  ),
});
const Failure = z.object({ detail: z.optional(z.string()), title: z.string(), code: z.string() });

/** A session at the terminal: it streams answers, and knows what can be confirmed and undone. */
export class Talk {
  readonly #api: Api;
  readonly #words: Words;
  readonly #write: (text: string) => void;
  #sessionId: string | undefined;
  /** Proposals that wait, and those that were confirmed; the newest last. */
  #open: string[] = [];
  #confirmed: string[] = [];
  /** The agent of the answer that is written; empty between answers. */
  #speaking = '';

  constructor(api: Api, words: Words, write: (text: string) => void) {
    this.#api = api;
    this.#words = words;
    this.#write = write;
  }

  begin(): void {
    this.#sessionId = undefined;
    this.#open = [];
    this.#confirmed = [];
  }

  /**
   * Sends a message and writes the answer as it comes. A stream that breaks off goes on where it was: the
   * key of the message keeps it from being done twice.
   * @throws CommandError with the problem's own words
   */
  async say(message: string): Promise<void> {
    const body = JSON.stringify({ message, sessionId: this.#sessionId });
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      'idempotency-key': randomUUID(),
    };
    this.#speaking = '';
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.#api.fetch('/api/v1/chat', { method: 'POST', headers, body });
      try {
        for await (const event of serverEvents(response)) {
          if (event.id !== undefined) headers['last-event-id'] = event.id;
          if (this.#show(event)) return;
        }
      } catch (error) {
        if (error instanceof CommandError) throw error;
      }
      if (attempt === MOST_TRIES) throw new CommandError('The answer broke off, again and again.');
      this.#write(`\n(${this.#words.again}) `);
    }
  }

  async confirm(): Promise<string> {
    const id = this.#open.at(-1);
    if (id === undefined) return this.#words.nothingOpen;
    await this.#decide(id, 'confirm');
    return this.#words.confirmed;
  }

  async reject(): Promise<string> {
    const id = this.#open.at(-1);
    if (id === undefined) return this.#words.nothingOpen;
    await this.#decide(id, 'reject');
    return this.#words.rejected;
  }

  async undo(): Promise<string> {
    const id = this.#confirmed.at(-1);
    if (id === undefined) return this.#words.nothingDone;
    await this.#decide(id, 'undo');
    return this.#words.undone;
  }

  async #decide(id: string, how: 'confirm' | 'reject' | 'undo'): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const path = `/api/v1/chat/proposals/${id}/${how}`;
    await this.#api.fetch(path, { method: 'POST', headers, body: '{}' });
    this.#note(id, how);
  }

  #note(id: string, how: 'confirm' | 'reject' | 'undo'): void {
    this.#open = this.#open.filter((one) => one !== id);
    this.#confirmed = this.#confirmed.filter((one) => one !== id);
    if (how === 'confirm') this.#confirmed.push(id);
  }

  /** @returns whether that was the end. */
  #show({ event, data }: ServerEvent): boolean {
    const value: unknown = JSON.parse(data);
    switch (event) {
      case 'agent':
        this.#introduce(z.parse(Agent, value).agent);
        break;
      case 'token':
        this.#write(z.parse(Token, value).text);
        break;
      case 'citation': {
        const { title, url } = z.parse(Citation, value);
        this.#write(`\n  – ${title}${url === undefined ? '' : ` (${url})`}`);
        break;
      }
      case 'proposal': {
        const { id, summary } = z.parse(Proposal, value);
        this.#open.push(id);
        this.#write(`\n  → ${this.#words.proposal}: ${summary}`);
        break;
      }
      case 'error': {
        const { detail, title, code } = z.parse(Failure, value);
        throw new CommandError(`${detail ?? title} (${code})`);
      }
      case 'done':
        this.#end(z.parse(Done, value));
        return true;
    }
    return false;
  }

  /** Says who speaks, once: what was understood may be told again. */
  #introduce(agent: string): void {
    if (agent !== this.#speaking) this.#write(`${this.#speaking === '' ? '' : '\n'}[${agent}] `);
    this.#speaking = agent;
  }

  #end({ sessionId, data }: z.infer<typeof Done>): void {
    this.#sessionId = sessionId;
    if (data?.confirmed) this.#note(data.confirmed.proposalId, 'confirm');
    if (data?.rejected) this.#note(data.rejected.proposalId, 'reject');
    if (data?.undone) this.#note(data.undone.proposalId, 'undo');
    this.#write('\n');
  }
}
