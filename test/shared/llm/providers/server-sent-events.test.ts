import { describe, expect, test } from 'vitest';
import { serverSentEvents } from '#shared/llm/providers/server-sent-events.ts';

async function dataOf(text: string, size = Number.POSITIVE_INFINITY): Promise<string[]> {
  const bytes = Buffer.from(text);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  return await Array.fromAsync(serverSentEvents(pieces()));
}

describe('server-sent events', () => {
  test.each([1, 2, 3, 7, 1000])('are the same in pieces of %i bytes', async (size) => {
    const text = 'data: zażółć\n\n: comment\r\nevent: x\r\ndata: 1\r\ndata:2\r\n\r\ndata: 🥚\n\n';
    expect(await dataOf(text, size)).toEqual(['zażółć', '1\n2', '🥚']);
  });

  test('that are not finished are none', async () => {
    expect(await dataOf('data: 1\n\ndata: 2\n')).toEqual(['1']);
  });

  test('without end are refused before they fill the memory', async () => {
    await expect(dataOf('x'.repeat(1_000_001), 1000)).rejects.toThrow('too long');
    const lines = `data: ${'x'.repeat(998)}\n`.repeat(1100);
    await expect(dataOf(lines, 1005)).rejects.toThrow('too long');
  });
});
