import { contentLine, textValue } from './content-line.ts';

/** Name and value as they are written; see `textValue`, `utcValue`. */
export type Property = readonly [name: string, value: string];

export interface Component {
  readonly kind: 'VEVENT' | 'VTODO';
  readonly properties: readonly Property[];
}

/** A calendar (RFC 5545) of these components, named for programs that show several. */
export function calendarText(name: string, components: readonly Component[]): string {
  const lines = [
    ...block('VCALENDAR', [
      contentLine('VERSION', '2.0'),
      contentLine('PRODID', '-//FoodSave AI//FoodSave AI//PL'),
      contentLine('CALSCALE', 'GREGORIAN'),
      // NAME is RFC 7986; what came before it is understood by more.
      contentLine('NAME', textValue(name)),
      contentLine('X-WR-CALNAME', textValue(name)),
      ...components.flatMap(({ kind, properties }) =>
        block(
          kind,
          properties.map(([property, value]) => contentLine(property, value)),
        ),
      ),
    ]),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function block(kind: string, lines: readonly string[]): string[] {
  return [`BEGIN:${kind}`, ...lines, `END:${kind}`];
}
