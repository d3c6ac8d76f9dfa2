/** RFC 5545, 3.1: octets of a line without its break; what is longer goes on after a space. */
const MAX_OCTETS = 75;

/**
 * A property as it stands in a calendar, folded between characters.
 * @param value as it is written: text through `textValue`
 */
export function contentLine(name: string, value: string): string {
  const lines: string[] = [];
  let line = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const more = Buffer.byteLength(character);
    if (octets + more > MAX_OCTETS) {
      lines.push(line);
      line = ' ';
      octets = 1;
    }
    line += character;
    octets += more;
  }
  return [...lines, line].join('\r\n');
}

/** Text as a value (3.3.11): a comma, a semicolon and a line break mean something there. */
export function textValue(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\r\n', '\\n')
    .replaceAll('\r', '\\n')
    .replaceAll('\n', '\\n');
}

/** A day (3.3.4): `20261128`. */
export function dayValue(day: string): string {
  return day.replaceAll('-', '');
}

/** An instant in UTC (3.3.5): `20261128T180000Z`. */
export function utcValue(instant: Date | string): string {
  return `${localValue(instant)}Z`;
}

/** The same by a clock that the property's TZID names: `20261128T190000`, of an instant as if it were UTC. */
export function localValue(instant: Date | string | number): string {
  return new Date(instant).toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '');
}
