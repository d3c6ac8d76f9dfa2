/** Messages between the local target and an instance's thread. */
export interface InvocationContext {
  readonly requestId: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  /** Epoch milliseconds. */
  readonly deadline: number;
}

export type ToInstance =
  | { readonly type: 'invoke'; readonly event: string; readonly context: InvocationContext }
  /** The client took a chunk: the next may follow. */
  | { readonly type: 'taken' }
  /** The client went away. */
  | { readonly type: 'gone' }
  /** The system stops: what the function started beside itself is to end now. */
  | { readonly type: 'stopping' }
  /** The thread ends itself. */
  | { readonly type: 'end' };

/** Status and headers, sent before the first byte of a streamed reply. */
export interface Prelude {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
}

export interface FunctionFailure {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

export type FromInstance =
  | { readonly type: 'ready' }
  /** Whole lines, or a piece of one. */
  | { readonly type: 'printed'; readonly to: 'stdout' | 'stderr'; readonly text: string }
  | { readonly type: 'prelude'; readonly prelude: Prelude }
  | { readonly type: 'chunk'; readonly bytes: Uint8Array }
  /** JSON of what the handler returned; of a streamed reply, nothing. */
  | { readonly type: 'result'; readonly payload: string | undefined; readonly streamed: boolean }
  | { readonly type: 'failure'; readonly failure: FunctionFailure };
