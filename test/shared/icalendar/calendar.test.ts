import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarText } from '#shared/icalendar/calendar.ts';
import { contentLine, textValue, utcValue } from '#shared/icalendar/content-line.ts';
import { drawn } from '#test/support/drawn.ts';

const toDo = (summary: string) =>
  calendarText('Zakupy', [{ kind: 'VTODO', properties: [['SUMMARY', textValue(summary)]] }]);
const summaryOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getFirstSubcomponent('vtodo')
    ?.getFirstPropertyValue('summary');

describe('a calendar', () => {
  test('is read by others as it was meant, in lines of 75 octets at most', () => {
    const unit = fc.constantFrom('ż', '🧀', 'a', ' ', ',', ';', '\\', '\n', ':', '"', 'n', 'N');
    const texts = fc.string({ unit, minLength: 60, maxLength: 200, size: 'max' });
    fc.assert(
      fc.property(texts, (summary) => {
        const text = toDo(summary);
        for (const line of text.split('\r\n'))
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text.endsWith('\r\n')).toBe(true);
        expect(summaryOf(text)).toBe(summary);
      }),
      { numRuns: drawn(1000) },
    );
  });

  test('breaks no line inside a character', () => {
    const line = contentLine('SUMMARY', 'ż'.repeat(80));
    for (const part of line.split('\r\n')) expect(part).toMatch(/^(SUMMARY:| )ż+$/);
  });

  test('knows one kind of line break, and instants in UTC', () => {
    expect(textValue('a\r\nb\rc\nd')).toBe('a\\nb\\nc\\nd');
    expect(utcValue('2026-11-28T19:00:00.123+01:00')).toBe('20261128T180000Z');
  });
});
