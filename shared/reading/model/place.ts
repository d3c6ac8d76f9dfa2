import type { Turns } from './turns.ts';

/** Where something stands in a file, its pages turned upright: fractions 0 … 1 of width and height. */
export interface Place {
  /** From 0; photographs have one page. */
  readonly page: number;
  /** Quarter turns clockwise that bring the page upright, after the EXIF rotation. */
  readonly turns: Turns;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
