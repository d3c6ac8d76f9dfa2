import { expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.ts';

// What only tests call is dead code that looks alive.
const product = sourceFiles('cdk', 'functions', 'layers', 'shared').map(withoutComments);

/** What only tests may call. */
const FOR_TESTS = [
  // A leaked connection is seen nowhere else, and pools and workers outlive a test file.
  'shared/database/pool.ts: closePools',
  'shared/database/pool.ts: borrowedConnections',
  'shared/reading/tesseract/tesseract.ts: stopTesseract',
  // Called by `npm run review-recipes`, beside what reads it again.
  'shared/recipes/readings/stored-reading.ts: storedReading',
  // Training reads what the router writes and counts.
  'shared/router/weights.ts: quantised',
  'shared/router/weights.ts: writeWeights',
  'shared/embedding/sentence-vectors.ts: tokensOf',
  'shared/embedding/sentence-vectors.ts: forgetSentenceModel',
  // Until `/health` says where the chat has no vectors.
  'shared/router/route-message.ts: routerHasVectors',
  // Until agents ask models by the interface that has tiers, streams and tools.
  'shared/llm/configured-language-model.ts: configuredLanguageModel',
  'shared/llm/tool.ts: proposalTool',
  'shared/llm/tool.ts: readTool',
  // Until dependencies that throw stand behind breakers.
  'shared/resilience/circuit-open.ts: isCircuitOpen',
  // Until agents read what a message names.
  'shared/dates/calendar.ts: dayIn',
  'shared/slots/extract-slots.ts: extractSlots',
];

const EXPORT = /^export (?:async )?(?:abstract )?(function\*?|const|class) (\w+)/gm;

function withoutComments(file: SourceFile): SourceFile {
  return { ...file, text: file.text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '') };
}

test('the product uses what it exports', () => {
  const unused = product
    .filter(({ path }) => !path.endsWith('/handler.ts')) // Lambda calls handlers
    .flatMap(({ path, text }) => {
      const importers = product.filter(({ imports }) => imports.includes(path));
      return [...text.matchAll(EXPORT)].flatMap(({ index, 1: kind, 2: name = '' }) => {
        // A function that calls itself is used by nobody else.
        const end = text.indexOf(kind === 'const' ? '\n' : '\n}', index);
        const others = [text.slice(0, index), text.slice(end), ...importers.map((one) => one.text)];
        const word = new RegExp(`\\b${name}\\b`);
        return others.some((other) => word.test(other)) ? [] : [`${path}: ${name}`];
      });
    });
  expect(unused.filter((each) => !FOR_TESTS.includes(each))).toEqual([]);
});
