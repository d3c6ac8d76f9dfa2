import { expect, test } from 'vitest';
import { readLexicon } from '#shared/safety/lexicon-sources.ts';
import { packedLexicon, packLexicon, unpackLexicon } from '#shared/safety/packed-lexicon.ts';
import type { PhraseNode } from '#shared/safety/phrase-nodes.ts';

const read = readLexicon();
const unpacked = unpackLexicon(packLexicon(read));

test('a packed lexicon leads to the same rows by the same words', () => {
  const twins = new Map<object, object>();
  const seen = new Set<PhraseNode>();
  const differing: object[] = [];
  const pairs: [PhraseNode, PhraseNode][] = [[read.phrases, unpacked.phrases]];
  for (const [one, other] of pairs) {
    if (seen.has(one)) continue;
    seen.add(one);
    const words = [...one.next.keys()].sort((a, b) => a - b);
    const isSame =
      String([...other.next.keys()]) === String(words) &&
      other.shared.length === one.shared.length &&
      JSON.stringify(inOrder(other)) === JSON.stringify(inOrder(one));
    if (!isSame) differing.push(inOrder(one));
    for (const [at, { entry }] of one.endings.entries()) {
      const twin = other.endings[at]?.entry ?? entry;
      // People's own words are compared with rows as objects.
      if ((twins.get(entry) ?? twin) !== twin) differing.push(inOrder(one));
      twins.set(entry, twin);
    }
    const nextOf = (node: PhraseNode) => [
      ...words.flatMap((word) => node.next.get(word) ?? []),
      ...node.shared,
    ];
    const others = nextOf(other);
    pairs.push(
      ...nextOf(one).map((node, at): [PhraseNode, PhraseNode] => [node, others[at] ?? node]),
    );
  }
  expect(differing).toEqual([]);
  expect(seen.size).toBeGreaterThan(20_000);
  expect(new Set(twins.values()).size).toBe(twins.size);
  expect(unpacked.phrases.next.get(-1)).toBeUndefined();
});

test('a packed lexicon has the same words in the same forms', () => {
  const { stems, ...words } = read.words;
  expect(unpacked.words).toMatchObject({ ...words });
  expect([...unpacked.words.stems.keys()]).toEqual([...stems.keys()]);
  const differing = [...stems.keys()].filter((stem) => {
    const forms = spelledOut(unpacked.words.stems.get(stem));
    return JSON.stringify(forms) !== JSON.stringify(spelledOut(stems.get(stem)));
  });
  expect(differing).toEqual([]);
  expect(unpacked.words.stems.get('xyzzit')).toBeUndefined();
});

test('sources that run as they are read the rows', () => {
  expect(packedLexicon()).toBeUndefined();
});

function spelledOut(forms: ReturnType<typeof read.words.stems.get>) {
  return forms?.map(({ endings, word }) => [word, ...endings]);
}

/** Endings with their properties in one order. */
function inOrder({ endings }: PhraseNode): object[] {
  return endings.map(({ entry, language, alone, oneLanguage, dish, till }) => {
    return { entry, language, alone, oneLanguage, dish, till };
  });
}
