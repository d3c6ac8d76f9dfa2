import { contentLine, textValue } from './content-line.ts';

/** Name and value as they are written; see `textValue`, `utcValue`. */
export type Property = readonly [name: string, value: string];

export interface Component {
  readonly kind: 'VEVENT' | 'VTODO' | 'VTIMEZONE' | 'STANDARD' | 'DAYLIGHT';
  readonly properties: readonly Property[];
  readonly components?: readonly Component[];
}

/** A calendar (RFC 5545) of these components, named for programs that show several. */
export function calendarText(name: string, components: readonly Component[]): string {
  return [
    'BEGIN:VCALENDAR',
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//FoodSave AI//FoodSave AI//PL'),
    contentLine('CALSCALE', 'GREGORIAN'),
    // NAME is RFC 7986; what came before it is understood by more.
    contentLine('NAME', textValue(name)),
    contentLine('X-WR-CALNAME', textValue(name)),
    ...components.flatMap(linesOf),
    'END:VCALENDAR',
  ]
    .map((line) => `${line}\r\n`)
    .join('');
}

function linesOf({ kind, properties, components = [] }: Component): string[] {
  return [
    `BEGIN:${kind}`,
    ...properties.map(([name, value]) => contentLine(name, value)),
    ...components.flatMap(linesOf),
    `END:${kind}`,
  ];
}
