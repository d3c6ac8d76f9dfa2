import pg from 'pg';

const INT8 = 20;
const DATE = 1082;

/**
 * Parsers from Postgres values to JavaScript. A `date` stays text (`2026-11-24`): a Date would shift
 * it by the machine's time zone. A bigint (counts) becomes a number; `numeric` stays text,
 * because quantities are exact.
 */
export function typeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === DATE) return (value: string) => value;
  if (oid === INT8) return Number;
  return format === 'binary'
    ? pg.types.getTypeParser(oid, 'binary')
    : pg.types.getTypeParser(oid, 'text');
}
