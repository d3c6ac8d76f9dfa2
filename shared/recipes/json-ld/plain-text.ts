import { isNode } from './find-recipe.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  deg: '°',
  ndash: '–',
  mdash: '—',
  times: '×',
  eacute: 'é',
  egrave: 'è',
  ntilde: 'ñ',
  oacute: 'ó',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
};

/** A string of JSON-LD as text: no tags, no entities, single spaces. Anything but text is nothing. */
export function plainText(value: unknown, maxLength: number): string {
  const text = isNode(value) ? value['@value'] : value;
  if (typeof text !== 'string' && typeof text !== 'number') return '';
  return withoutTags(String(text).slice(0, maxLength * 4))
    .replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z0-9]{2,8}));/gi, decode)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, maxLength);
}

/** By hand, because a pattern over `<…` without an end looks again from every `<`. */
function withoutTags(text: string): string {
  let plain = '';
  let from = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', from)) {
    const end = text.indexOf('>', at);
    if (end === -1) break;
    const isTag = /[a-z/!]/i.test(text.charAt(at + 1));
    plain += text.slice(from, isTag ? at : end + 1) + (isTag ? ' ' : '');
    from = end + 1;
  }
  return plain + text.slice(from);
}

function decode(all: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? all;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '';
}
