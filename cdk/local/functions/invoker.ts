/** What an invocation of a local function ended with, as the Lambda service would report it. */
export type InvokeResult =
  | { readonly ok: true; readonly payload: unknown }
  | {
      readonly ok: false;
      readonly reason: 'error' | 'timeout' | 'throttled' | 'crashed';
      /** The payload Lambda answers with beside `X-Amz-Function-Error`. */
      readonly error: {
        readonly errorType: string;
        readonly errorMessage: string;
        readonly trace?: readonly string[];
      };
    };

/** Runs functions of the template by name. Pollers, workflows, schedules and the API share it. */
export interface Invoker {
  invoke(functionName: string, event: unknown): Promise<InvokeResult>;
}
