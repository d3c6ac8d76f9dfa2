import { centred, type Form, type PaperLine, pair, type Size } from './line.ts';

const SIZES: ReadonlyMap<string, Size> = new Map([
  ['=', 'wide'],
  ['^', 'tall'],
  ['#', 'big'],
]);

/**
 * Prints one line of a shop's data: `left|right`, or a text for the middle; `= `, `^ ` or `# ` before
 * it makes it wide, tall or big; three equal signs alone are a rule across the paper.
 * @throws Error when a `{field}` has no value
 */
export function printTemplate(
  form: Form,
  template: string,
  fields: Readonly<Record<string, string>>,
): PaperLine[] {
  const size = template[1] === ' ' ? SIZES.get(template[0] ?? '') : undefined;
  const text = filled(size === undefined ? template : template.slice(2), fields);
  if (/^(-{3}|\.{3})$/.test(text)) return pair(form, text.charAt(0).repeat(form.columns), '');
  const [left, right] = text.split('|');
  return left === undefined || right === undefined
    ? centred(form, text, size)
    : pair(form, left, right, size);
}

export function filled(template: string, fields: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const value = fields[name];
    if (value === undefined) throw new Error(`{${name}} is no field of a receipt`);
    return value;
  });
}
