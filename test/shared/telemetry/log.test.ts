import { expect, test, vi } from 'vitest';
import { log } from '#shared/telemetry/log.ts';

test('logs what an error is, with its causes, and not the row it quotes', () => {
  const lines: string[] = [];
  const out = vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  const refused = Object.assign(new Error('violates check constraint "people_diet"'), {
    code: '23514',
    detail: 'Failing row contains (Ola, peanuts).',
  });
  log.error('A request failed', { error: new Error('outer', { cause: refused }) });
  out.mockRestore();
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'ERROR',
    message: 'A request failed',
    error: { name: 'Error', message: 'outer', cause: { code: '23514' } },
  });
  expect(lines[0]).not.toContain('peanuts');
});
