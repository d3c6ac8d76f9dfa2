import type * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';

/** A picture for a vision model, sent after its label. */
export interface Picture {
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly format: 'png' | 'jpeg';
}

export interface Prompt<S extends Schema> {
  /** The model's role and the rules it must follow. */
  readonly system: string;
  /** The data and the question, as one text. */
  readonly question: string;
  /** Sent after the question, in this order; only for models that take several pictures. */
  readonly pictures?: readonly Picture[];
  /** Schema of the answer; any other answer is invalid. */
  readonly schema: S;
  readonly maxTokens: number;
  /** 0 for reproducible answers; the default suits prose. */
  readonly temperature?: number;
}

/** Used where a prompt sets none. */
export const DEFAULT_TEMPERATURE = 0.3;

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly model: string;
}

export type Completion<S extends Schema> =
  | { readonly ok: true; readonly value: z.output<S>; readonly usage: Usage }
  /** `unreachable`: no answer in time; `refused`: an error of the service; `invalid`: the answer does not fit the schema. */
  | {
      readonly ok: false;
      readonly why: 'unreachable' | 'refused' | 'invalid';
      readonly detail: string;
      readonly usage: Usage | null;
    };

/** A language model that answers in a given shape. It does not throw for failures of the service. */
export interface Model {
  /** @param signal ends the wait for the answer; the model's own timeout without one */
  complete<S extends Schema>(prompt: Prompt<S>, signal?: AbortSignal): Promise<Completion<S>>;
}
