import type * as z from 'zod/mini';
import type { Schema } from '#shared/entry/routes.ts';

export interface Prompt<S extends Schema> {
  /** What the model is, and the rules it must keep. */
  readonly system: string;
  /** The data and the question, as one text. */
  readonly question: string;
  /** What the answer must look like; anything else is no answer. */
  readonly schema: S;
  readonly maxTokens: number;
}

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly model: string;
}

export type Completion<S extends Schema> =
  | { readonly ok: true; readonly value: z.output<S>; readonly usage: Usage }
  /** `unreachable`: nobody answered in time; `refused`: an error of the service; `invalid`: no such answer as asked for. */
  | {
      readonly ok: false;
      readonly why: 'unreachable' | 'refused' | 'invalid';
      readonly detail: string;
      readonly usage: Usage | null;
    };

/** A language model that answers in a given shape. It never throws for what the other side does. */
export interface Model {
  complete<S extends Schema>(prompt: Prompt<S>): Promise<Completion<S>>;
}
