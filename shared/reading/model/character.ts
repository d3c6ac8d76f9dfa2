/** One character of a line and where it stands. */
export interface Character {
  readonly text: string;
  /** 0 … 1 */
  readonly confidence: number;
  /** Of its middle, 0 … 1 along the line. */
  readonly at: number;
}
