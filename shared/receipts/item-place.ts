/** Where a line stands in the original, turned upright: fractions 0 … 1 of its page's width and height. */
export interface ItemPlace {
  /** From 0; photographs have one page. */
  readonly page: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
