type Value = string | number | boolean | undefined | Element | readonly Element[];
interface Element {
  readonly [tag: string]: Value;
}

/** An S3 answer: one root element; a list of elements repeats its tag. */
export function xml(root: string, content: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${inner(content)}</${root}>`;
}

function inner(content: Element): string {
  return Object.entries(content)
    .flatMap(([tag, value]) =>
      (Array.isArray(value) ? value : [value]).map((one) => element(tag, one)),
    )
    .join('');
}

function element(tag: string, value: Value): string {
  if (value === undefined) return '';
  const text = typeof value === 'object' ? inner(value as Element) : escapeXml(String(value));
  return `<${tag}>${text}</${tag}>`;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"'\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** The texts of a tag in a small XML request, entities resolved. */
export function textsOf(document: string, tag: string): string[] {
  const found = document.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'));
  return Array.from(found, (match) => unescapeXml(match[1] ?? ''));
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return ENTITIES[name] ?? whole;
  });
}
