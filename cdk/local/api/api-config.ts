/** A path of the REST API, which one function answers whatever the method. */
export interface ApiRoute {
  /** `/api/v2/upload/{uploadId}` */
  readonly path: string;
  readonly functionName: string;
  /** Function that must allow the request first; `undefined` for an open route. */
  readonly authorizer: string | undefined;
  readonly streaming: boolean;
  readonly timeoutMs: number;
}

/** An error response of the gateway itself. */
export interface GatewayResponse {
  readonly status: number | undefined;
  /** `gatewayresponse.header.<name>` → `'literal'` or `context.<variable>` */
  readonly headers: Readonly<Record<string, string>>;
  /** With `$context.requestId` and the like. */
  readonly body: string | undefined;
}

export interface ApiConfig {
  readonly routes: readonly ApiRoute[];
  /** By AWS's response type: `UNAUTHORIZED`, `DEFAULT_4XX`, … */
  readonly gatewayResponses: ReadonlyMap<string, GatewayResponse>;
}
