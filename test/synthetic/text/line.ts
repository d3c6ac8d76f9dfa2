/** How large a till prints: `wide` letters take two columns, `tall` ones two rows, `big` both. */
export type Size = 'normal' | 'wide' | 'tall' | 'big';

/** A line on paper: a text in the middle, or one at the left edge and one at the right. */
export interface PaperLine {
  readonly left: string;
  readonly right: string;
  readonly centre: string;
  readonly size: Size;
}

/** What a till can print: letters a line, and the sign between złote and grosze. */
export interface Form {
  readonly columns: number;
  readonly point: ',' | '.';
}

/** Left and right on one line, or on two when the paper is too narrow for both. */
export function pair(form: Form, left: string, right: string, size: Size = 'normal'): PaperLine[] {
  const line = (l: string, r: string): PaperLine => ({ left: l, right: r, centre: '', size });
  const room = columnsOf(form, size);
  if (Math.max(left.length, right.length) > room) {
    throw new Error(`"${left}" and "${right}" do not fit ${room} columns`);
  }
  const together = left.length + right.length + (left === '' || right === '' ? 0 : 1);
  return together <= room ? [line(left, right)] : [line(left, ''), line('', right)];
}

/** In the middle, broken between words when it is too long. */
export function centred(form: Form, text: string, size: Size = 'normal'): PaperLine[] {
  const room = columnsOf(form, size);
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${rows.at(-1) ?? ''} ${word}`.trim();
    if (rows.length > 0 && longer.length <= room) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows.map((centre) => ({ left: '', right: '', centre, size }));
}

export function columnsOf({ columns }: Form, size: Size): number {
  return size === 'wide' || size === 'big' ? Math.floor(columns / 2) : columns;
}

/** A line as a fixed-width printer sets it. */
export function inColumns(form: Form, { left, right, centre, size }: PaperLine): string {
  const room = columnsOf(form, size);
  if (centre !== '') return ' '.repeat(Math.floor((room - centre.length) / 2)) + centre;
  return left.padEnd(room - right.length) + right;
}
