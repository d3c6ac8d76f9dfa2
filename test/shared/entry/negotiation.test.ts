import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { preferredLocale } from '#shared/entry/exchange.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { routeFinder } from '#shared/entry/routing.ts';
import { readCursor, toPage, writeCursor } from '#shared/paging/page.ts';
import { etag, requireMatch } from '#shared/versions/if-match.ts';

test.each([
  [undefined, 'pl'],
  ['en-GB,en;q=0.9', 'en'],
  ['pl', 'pl'],
  ['de,en;q=0.3,pl;q=0.5', 'pl'],
  ['fr', 'pl'],
  ['', 'pl'],
  ['en;q=0', 'pl'],
])('of %s the locale is %s', (accept, locale) => {
  expect(preferredLocale(accept)).toBe(locale);
});

test('a version matches itself, also when a proxy weakened it, in a list, or when any will do', () => {
  for (const value of [etag(3), `W/${etag(3)}`, `"1", ${etag(3)}`, '*']) {
    requireMatch({ headers: { 'if-match': value } }, 3);
  }
  for (const value of ['"4"', '3', '', '"33"']) {
    expect(() => requireMatch({ headers: { 'if-match': value } }, 3)).toThrow(/changed meanwhile/);
  }
});

test('a cursor comes back as the place it was made from, and only if it fits', () => {
  const Place = z.object({ day: z.iso.date(), id: z.number() });
  const place = { day: '2026-11-24', id: 7 };
  expect(readCursor(Place, writeCursor(place))).toEqual(place);
  expect(readCursor(Place, undefined)).toBeUndefined();
  for (const bad of ['', '%%%', writeCursor({ day: 'x', id: 7 }), writeCursor(null)]) {
    expect(() => readCursor(Place, bad)).toThrow(/cursor/);
  }
});

test('text in a cursor is text: what Postgres cannot hold is no cursor', () => {
  for (const name of ['a\0', 'a\ud800']) {
    expect(() => readCursor(z.string(), writeCursor(name))).toThrow(/cursor/);
  }
});

test('a page has a next one exactly when there was a surplus row', () => {
  const take = (rows: number[]) => toPage(rows, 2, String, (row) => row);
  expect(take([])).toEqual({ items: [], next: null });
  expect(take([1, 2])).toEqual({ items: ['1', '2'], next: null });
  expect(take([1, 2, 3])).toEqual({ items: ['1', '2'], next: writeCursor(2) });
});

test('two routes with one method and path are a mistake, found at once', () => {
  const spec = { method: 'GET', path: '/a', scope: 'open', summary: '.', replies: {} } as const;
  const routes = defineRoutes('a', { one: spec, two: spec });
  expect(() => routeFinder(Object.values(routes))).toThrow('Two routes: GET /a');
});
