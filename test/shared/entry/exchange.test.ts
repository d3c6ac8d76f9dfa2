import { expect, test } from 'vitest';
import { beginExchange, preferredLocale } from '#shared/entry/exchange.ts';
import { proxyEvent } from '#test/support/call.ts';

test('knows headers by their names in lower case, and nothing else of the request yet', () => {
  const headers = { 'X-Device-Key': 'fsk', 'Accept-Language': 'en' };
  const event = proxyEvent({ resource: '/open', headers });
  const exchange = beginExchange(event);
  expect(exchange).toMatchObject({
    event,
    requestId: event.requestContext.requestId,
    locale: 'en',
    headers: { 'x-device-key': 'fsk', 'accept-language': 'en' },
    status: 500,
  });
  expect(exchange.route ?? exchange.household ?? exchange.request).toBeUndefined();
  expect(exchange.claim ?? exchange.problem).toBeUndefined();
});

test('an event without headers has none', () => {
  const event = proxyEvent({ resource: '/open' });
  Object.assign(event, { headers: null });
  expect(beginExchange(event)).toMatchObject({ headers: {}, locale: 'pl' });
});

test.each([
  ['pl;q=0.2, en;q=0.8', 'en'],
  ['pl; q=0.2, en; q=0.8', 'en'],
  ['en;  q=0.2,pl;  q=0.8', 'pl'],
  ['EN', 'en'],
  ['  en  ', 'en'],
  ['en;q=0.5,pl;q=0.5', 'en'],
  ['en;q=0.5,pl', 'pl'],
  ['en;q=x', 'en'],
  [`${'de,'.repeat(19)}en`, 'en'],
  [`${'de,'.repeat(20)}en`, 'pl'],
])('of %s the locale is %s', (accept, locale) => {
  expect(preferredLocale(accept)).toBe(locale);
});
