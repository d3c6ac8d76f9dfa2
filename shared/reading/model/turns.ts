/** Quarter turns clockwise. */
export type Turns = 0 | 1 | 2 | 3;
