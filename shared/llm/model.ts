import type * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import type { Picture } from './providers/provider.ts';
import type { Untrusted } from './untrusted.ts';

export type { Picture } from './providers/provider.ts';

/** `small`: quick and cheap, for routing and extraction; `large`: for prose. */
export type Tier = 'small' | 'large';

/** What is asked for as text. */
export interface TextPrompt {
  /** The model's role and the rules it must follow. */
  readonly system: string;
  /** The data and the question, as one text: written by code, or by the person who asks. */
  readonly question: string;
  /** What strangers may have written (documents, web pages, receipts); fenced after the question. */
  readonly untrusted?: readonly Untrusted[];
  /** Sent after the question, in this order; only for models that take several pictures. */
  readonly pictures?: readonly Picture[];
  readonly maxTokens: number;
  /** 0 for reproducible answers; the default suits prose. */
  readonly temperature?: number;
  /** `large` where nothing is said. */
  readonly tier?: Tier;
}

/** What is asked for in a given shape. */
export interface Prompt<S extends Schema> extends TextPrompt {
  /** Schema of the answer; any other answer is invalid. */
  readonly schema: S;
  /**
   * Nothing in it comes from or tells about a household, so all may share the answer. Only such answers,
   * at temperature 0, are kept (see answer-cache.ts).
   */
  readonly isImpersonal?: boolean;
}

/** Used where a prompt sets none. */
export const DEFAULT_TEMPERATURE = 0.3;

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly model: string;
}

/**
 * Why there is no answer, as a degraded one says it. `unreachable`: none in time, or the model rests after
 * failures; `refused`: an error of the service, or a guardrail; `invalid`: not in the shape asked for;
 * `cut`: stopped in the middle; `budget-away`: no database to reserve tokens in.
 */
export type Unavailable =
  | 'no-model'
  | 'budget-used-up'
  | 'budget-away'
  | 'unreachable'
  | 'refused'
  | 'invalid'
  | 'cut'
  | 'cancelled';

export type Completion<S extends Schema> =
  | { readonly ok: true; readonly value: z.output<S>; readonly usage: Usage }
  | {
      readonly ok: false;
      readonly why: Unavailable;
      readonly detail: string;
      readonly usage: Usage | null;
    };

/** A language model that answers in a given shape. It does not throw for failures of the service. */
export interface Model {
  /** @param signal ends the wait for the answer; the model's own timeout without one */
  complete<S extends Schema>(prompt: Prompt<S>, signal?: AbortSignal): Promise<Completion<S>>;
}
