import type * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import type { Caller } from './caller.ts';
import type { Prompt, TextPrompt, Unavailable, Usage } from './model.ts';
import type { Tool } from './tool.ts';

/** No answer; whoever asked answers without it and says why (`degradedReason`). */
export interface NoAnswer {
  readonly ok: false;
  readonly unavailable: Unavailable;
  /** For the log: never quotes the prompt or the key. */
  readonly detail: string;
  /** What was used up all the same. */
  readonly usage: Usage | null;
}

export type Answer<T> = { readonly ok: true; readonly value: T; readonly usage: Usage } | NoAnswer;

/** Text in pieces, then one `done` or one `failed`: what came before `failed` is not whole. */
export type StreamPiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'done'; readonly usage: Usage }
  | ({ readonly type: 'failed' } & Omit<NoAnswer, 'ok'>);

/** What a model said after it asked for tools. */
export interface ToolsValue<Proposal> {
  readonly text: string;
  /** What its tools proposed; nothing of it is done before a person confirms it. */
  readonly proposals: readonly Proposal[];
  /** The tools that were run, in order. */
  readonly called: readonly string[];
}

/**
 * All models of the installation as one: small and large, of several providers, with fallback, breakers,
 * retries and the household's budget behind it. Failures are results; it does not throw for them.
 */
export interface LanguageModel {
  /** An answer in the shape of the prompt's schema. */
  generate<S extends Schema>(prompt: Prompt<S>, caller: Caller): Promise<Answer<z.output<S>>>;
  /** Text as it is written. Leaving the loop closes the connection. */
  stream(prompt: TextPrompt, caller: Caller): AsyncGenerator<StreamPiece, void, undefined>;
  /** Text, after the model looked things up with the tools that are offered. */
  tools<Proposal>(
    prompt: TextPrompt,
    tools: readonly Tool<Proposal>[],
    caller: Caller,
  ): Promise<Answer<ToolsValue<Proposal>>>;
}
