import { expect, test } from 'vitest';
import { Synthesized } from './synthesized.ts';

const template = new Synthesized('household');

test('the web is asked by one function, at servers that are named, with a key of its own', () => {
  const at = {
    wikipediaUrl: 'http://10.0.0.5/{language}',
    searxngUrl: 'http://10.0.0.6:8080',
    braveSecret: 'foodsave/brave',
    webSearch: 'off',
  };
  const asking = [...new Synthesized('household', at).functions()];
  for (const value of [at.wikipediaUrl, at.searxngUrl, at.braveSecret]) {
    const named = asking.filter(([, fn]) => JSON.stringify(fn).includes(value));
    expect(
      named.map(([path]) => path),
      value,
    ).toEqual(['agents/search']);
  }
  expect(JSON.stringify(template.json)).not.toMatch(/WIKIPEDIA_URL|SEARXNG_URL|BRAVE|WEB_SEARCH/);
  expect(() => new Synthesized('household', { webSearch: 'on' })).toThrow(/webSearch is off/);
  expect(() => new Synthesized('household', { searxngUrl: 'ftp://x' })).toThrow(
    /begins with https/,
  );
});
