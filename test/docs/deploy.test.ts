import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import { stageOf } from '#cdk/stage.ts';

const [deploy = '', upgrading = '', outputs = ''] = [
  'docs/deploy.md',
  'docs/upgrading.md',
  'cdk/outputs.ts',
].map((path) => readFileSync(path, 'utf8'));

/** First cells of the table below a heading, in code font. */
function namesBelow(heading: string): string[] {
  const [, below = ''] = deploy.split(`\n## ${heading}\n`);
  const [section = ''] = below.split('\n## ');
  return [...section.matchAll(/^\| `(\w+)`/gm)].flatMap(([, name]) => name ?? []);
}

test('the context options of the deploy guide are those that the app reads', () => {
  const asked = new Set<string>();
  const { node } = new App();
  stageOf(
    new Proxy(node, {
      get(target, property) {
        if (property !== 'tryGetContext') return Reflect.get(target, property);
        return (name: string) => void asked.add(name);
      },
    }),
  );
  expect(namesBelow('Context options').toSorted()).toEqual([...asked].toSorted());
});

test('the outputs that it names are those of the stack', () => {
  const names = [...outputs.matchAll(/^ {4}(\w+):/gm)].flatMap(([, name]) => name ?? []);
  expect(names.length).toBeGreaterThan(5);
  expect(namesBelow('Outputs')).toEqual(names);
});

describe.each([
  ['docs/deploy.md', deploy],
  ['docs/upgrading.md', upgrading],
])('%s', (_path, text) => {
  test('names commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(scripts).toHaveProperty([name]);
  });

  test('gives no option that the app does not read', () => {
    const known = namesBelow('Context options');
    for (const [, name] of text.matchAll(/(?<=\s)-c (\w+)=/g)) expect(known).toContain(name);
  });
});
