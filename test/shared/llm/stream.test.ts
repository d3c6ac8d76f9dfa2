import { describe, expect, test } from 'vitest';
import type { StreamPiece } from '#shared/llm/language-model.ts';
import { testDatabase } from '#test/support/database.ts';
import { languageCase, prompt } from './language-case.ts';

const database = testDatabase();

const textOf = (pieces: readonly StreamPiece[]) =>
  pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join('');

describe('streamed text', () => {
  test('comes in pieces, ends with what it took, and is written down', async () => {
    const { models, caller, first, used } = await languageCase(database);
    first.tell({ pieces: ['Za', 'żółć'], after: { tokens: [9, 2] } });
    expect(await Array.fromAsync(models.stream(prompt, caller))).toEqual([
      { type: 'text', text: 'Za' },
      { type: 'text', text: 'żółć' },
      { type: 'done', usage: { inputTokens: 9, outputTokens: 2, model: 'm' } },
    ]);
    expect(await used()).toEqual({ calls: 1, failed: 0, input: 9, output: 2, held: 0 });
  });

  test('comes from the next provider while nothing was shown', async () => {
    const { models, caller, first, second, pauses } = await languageCase(database);
    first.tell({ status: 503, retryAfter: '1' }, { pieces: [], after: 'cut' }, { status: 403 });
    second.tell({ pieces: ['Dwa'] });
    const pieces = await Array.fromAsync(models.stream(prompt, caller));
    expect(textOf(pieces)).toBe('Dwa');
    expect(pieces.at(-1)).toMatchObject({ type: 'done' });
    expect(pauses).toEqual([1125, 250]);
  });

  test.each(['cut', 'error', 'garbage'] as const)(
    'that ends by %s after its first piece is not begun anew, says so, and was paid',
    async (after) => {
      const { models, caller, first, second, used } = await languageCase(database);
      first.tell({ pieces: ['Za', 'żółć'], after });
      const pieces = await Array.fromAsync(models.stream(prompt, caller));
      expect(textOf(pieces)).toBe('Zażółć');
      expect(pieces.at(-1)).toMatchObject({ type: 'failed', unavailable: 'cut' });
      expect(second.received).toEqual([]);
      // Ten bytes at three a token, and the request.
      expect(await used()).toMatchObject({ calls: 1, failed: 1, output: 4, held: 0 });
      expect((await used()).input).toBeGreaterThan(0);
    },
  );

  test('that stopped at its most tokens is cut, not done', async () => {
    const { models, caller, first } = await languageCase(database);
    first.tell({ pieces: ['Za'], after: { stop: 'length' } });
    const pieces = await Array.fromAsync(models.stream(prompt, caller));
    expect(pieces.at(-1)).toMatchObject({ type: 'failed', unavailable: 'cut' });
  });

  test('that a guardrail ended is refused', async () => {
    const { models, caller, first } = await languageCase(database);
    first.tell({ pieces: ['Za'], after: { stop: 'filtered' } });
    const pieces = await Array.fromAsync(models.stream(prompt, caller));
    expect(pieces.at(-1)).toMatchObject({ type: 'failed', unavailable: 'refused' });
  });

  test('that stands still is cut', async () => {
    const patience = { answerMs: 1, firstPieceMs: 600_000, stallMs: 50 };
    const { models, caller, first } = await languageCase(database, { patience });
    first.tell({ pieces: ['Za'], after: 'silence' });
    const gone = first.abandoned();
    const pieces = await Array.fromAsync(models.stream(prompt, caller));
    expect(pieces.at(-1)).toMatchObject({ type: 'failed', unavailable: 'cut' });
    await gone;
  });

  test('whose first piece is late comes from the next', async () => {
    // A second for the first: half of what all may take.
    const patience = { answerMs: 1, firstPieceMs: 2000, stallMs: 600_000 };
    const { models, caller, first, second, clock, state } = await languageCase(database, {
      patience,
    });
    first.tell({ silent: true });
    second.tell({ pieces: ['Dwa'] });
    const gone = first.abandoned();
    const reading = Array.fromAsync(models.stream(prompt, caller));
    await first.asked(1);
    clock.now -= 600_000; // however busy the machine is, the second has the time that it needs
    expect(textOf(await reading)).toBe('Dwa');
    await gone;
    expect(await state('server/m')).toBe('closed');
  });

  test('is left when the caller goes: the server sees it, what was said is paid, nobody rests', async () => {
    const { models, caller, first, used, state } = await languageCase(database);
    first.tell({ pieces: ['Zażółć'], after: 'silence' });
    const person = new AbortController();
    const gone = first.abandoned();
    const pieces = models.stream(prompt, { ...caller, signal: person.signal });
    await pieces.next();
    const next = pieces.next();
    person.abort();
    expect((await next).value).toMatchObject({ type: 'failed', unavailable: 'cancelled' });
    await gone;
    expect(await used()).toMatchObject({ calls: 1, output: 4, held: 0 });
    expect(await state('server/m')).toBe('closed');
  });

  test.each(['first', 'second'] as const)(
    'of the %s is left when whoever reads it stops reading',
    async (which) => {
      const patience = { answerMs: 1, firstPieceMs: 600_000, stallMs: 600_000 };
      const at = await languageCase(database, { patience });
      if (which === 'second') at.first.tell({ status: 403 });
      at[which].tell({ pieces: ['Za', 'żółć'], after: 'silence' });
      const gone = at[which].abandoned();
      for await (const piece of at.models.stream(prompt, at.caller)) {
        if (piece.type === 'text') break;
      }
      await gone;
      expect(await at.used()).toMatchObject({ output: 1, held: 0 });
    },
  );

  test('without any model says so', async () => {
    const tiers = { small: [], large: [] };
    const { models, caller } = await languageCase(database, { tiers });
    const none = { type: 'failed', unavailable: 'no-model', usage: null };
    expect(await Array.fromAsync(models.stream(prompt, caller))).toMatchObject([none]);
  });
});
