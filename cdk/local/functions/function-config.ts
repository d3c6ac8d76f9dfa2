/** A Lambda function of the template. */
export interface FunctionConfig {
  readonly name: string;
  readonly arn: string;
  /** Directory of its bundle. */
  readonly directory: string;
  /** Directories of its layers, as they would lie under `/opt`. */
  readonly layers: readonly string[];
  /** `index.handler` */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  /** Most instances at once. */
  readonly concurrency: number;
}
