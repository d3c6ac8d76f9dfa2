/** A queue as the template describes it. */
export interface QueueConfig {
  readonly name: string;
  readonly visibilitySeconds: number;
  readonly retentionSeconds: number;
  readonly delaySeconds: number;
  /** Default wait of a receive request. */
  readonly receiveWaitSeconds: number;
  readonly maxMessageBytes: number;
  readonly redrive:
    | { readonly deadLetterArn: string; readonly maxReceiveCount: number }
    | undefined;
}

/** The last part of an ARN or of a queue URL. */
export function queueNameOf(arnOrUrl: string): string {
  return arnOrUrl.split(/[:/]/).at(-1) ?? arnOrUrl;
}
