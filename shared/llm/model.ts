import type * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';

/** A picture for a model that sees, shown below its label. */
export interface Picture {
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly format: 'png' | 'jpeg';
}

export interface Prompt<S extends Schema> {
  /** What the model is, and the rules it must keep. */
  readonly system: string;
  /** The data and the question, as one text. */
  readonly question: string;
  /** Shown below the question, in this order; only for models that take several pictures. */
  readonly pictures?: readonly Picture[];
  /** What the answer must look like; anything else is no answer. */
  readonly schema: S;
  readonly maxTokens: number;
  /** 0 for what must come out the same each time; else a little freer, as prose wants. */
  readonly temperature?: number;
}

/** What is used where a prompt says none. */
export const USUAL_TEMPERATURE = 0.3;

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
  /** @param signal how long the answer is waited for; the model's own patience without one */
  complete<S extends Schema>(prompt: Prompt<S>, signal?: AbortSignal): Promise<Completion<S>>;
}
