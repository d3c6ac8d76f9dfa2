import type { ProviderFailure } from './provider-failure.ts';

/** A picture for a vision model, sent after its label. */
export interface Picture {
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly format: 'png' | 'jpeg';
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A tool that the model may ask for. */
export interface ToolSpec {
  readonly name: string;
  readonly description: string;
  readonly input: JsonSchema;
}

/** What a model asks for; nothing of it is validated. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

export interface ToolResult {
  readonly id: string;
  readonly text: string;
}

export type Message =
  | { readonly role: 'user'; readonly text: string; readonly pictures?: readonly Picture[] }
  | { readonly role: 'assistant'; readonly text: string; readonly calls: readonly ToolCall[] }
  | { readonly role: 'tools'; readonly results: readonly ToolResult[] };

/** One request, in no provider's own words. */
export interface ModelRequest {
  readonly system: string;
  readonly messages: readonly Message[];
  readonly maxTokens: number;
  readonly temperature: number;
  /** The answer is to be one JSON value of this schema. */
  readonly answer?: JsonSchema;
  readonly tools?: readonly ToolSpec[];
}

export interface Tokens {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Why a model ended. `length`: it was cut off at `maxTokens`; `filtered`: by a guardrail. */
export type Stop = 'end' | 'tools' | 'length' | 'filtered';

export interface ModelReply {
  readonly ok: true;
  readonly text: string;
  /** What was answered to the request's schema, not validated; undefined where there is no JSON. */
  readonly answer: unknown;
  readonly calls: readonly ToolCall[];
  readonly stop: Stop;
  /** Undefined where the provider does not say. */
  readonly tokens: Tokens | undefined;
}

/** A stream ends with one `end` or one `failed`; without `end` its text is not whole. */
export type StreamEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'end'; readonly stop: Stop; readonly tokens: Tokens | undefined }
  | { readonly type: 'failed'; readonly failure: ProviderFailure };

/**
 * A model behind one protocol. It makes one attempt, counts nothing and decides nothing: retries, budget
 * and breaker are above it. Failures are results; it does not throw.
 */
export interface Provider {
  /** Names its breaker: `bedrock/eu.amazon.nova-lite-v1:0`. */
  readonly id: string;
  readonly model: string;
  /** @param signal ends the wait and closes the connection */
  ask(request: ModelRequest, signal: AbortSignal): Promise<ModelReply | ProviderFailure>;
  /** Text alone, in pieces as they come. */
  stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<StreamEvent, void, undefined>;
}
