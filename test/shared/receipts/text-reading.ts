import type { Reading } from '#shared/reading/model/reading.ts';

/** A reading without boxes, as a PDF's text layer gives it. */
export function textReading(text: string): Reading {
  const lines = text.split('\n').map((line) => ({ text: line, words: [] }));
  return { engine: 'pdf-text', variant: 'plain', lines, confidence: 1, milliseconds: 0 };
}
