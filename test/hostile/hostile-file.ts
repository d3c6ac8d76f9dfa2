/** A file made to do harm, and what is to become of it. */
export interface HostileFile {
  readonly name: string;
  bytes(): Buffer | Promise<Buffer>;
  /** The code of its refusal, or `read` where it is read within the limits. */
  readonly ends: string;
}
