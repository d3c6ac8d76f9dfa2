import { describe, expect, test } from 'vitest';
import { readLogLine } from '#cdk/cli/logs/log-line.ts';
import { isWanted, readLogOptions } from '#cdk/cli/logs/log-options.ts';
import { UsageError } from '#cdk/command.ts';

const NOW = Date.parse('2026-11-28T20:00:00Z');

function wanted(line: object, ...args: string[]): boolean {
  const options = readLogOptions(args, NOW);
  if (options === 'help') throw new Error('help');
  return isWanted(readLogLine(JSON.stringify({ message: 'm', ...line })), options);
}

describe('lines are shown', () => {
  test('all of them, where nothing else is asked for', () => {
    expect(wanted({ level: 'DEBUG' })).toBe(true);
    expect(wanted({})).toBe(true);
  });

  test('of functions with this in their name', () => {
    expect(wanted({ service: 'start-receipt' }, '--function=receipt')).toBe(true);
    expect(wanted({ service: 'chat' }, '--function=receipt')).toBe(false);
  });

  test('from a level on', () => {
    const shown = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'CRITICAL'].filter((level) =>
      wanted({ level }, '--level=warn'),
    );
    expect(shown).toEqual(['WARN', 'ERROR', 'CRITICAL']);
  });

  test('of one request', () => {
    expect(wanted({ requestId: 'request-1' }, '--request=request-1')).toBe(true);
    expect(wanted({ requestId: 'request-10' }, '--request=request-1')).toBe(false);
    expect(wanted({}, '--request=request-1')).toBe(false);
  });

  test('since a time, or for as long as one', () => {
    const at = (timestamp: string, since: string) => wanted({ timestamp }, `--since=${since}`);
    expect(at('2026-11-28T19:51:00Z', '10m')).toBe(true);
    expect(at('2026-11-28T19:49:00Z', '10m')).toBe(false);
    expect(at('2026-11-27T20:30:00Z', '1d')).toBe(true);
    expect(at('2026-11-28T19:59:00Z', '2026-11-28T19:58:00Z')).toBe(true);
    expect(at('2026-11-28T19:57:00Z', '2026-11-28T19:58:00Z')).toBe(false);
  });
});

test.each([
  ['--level=loud'],
  ['--since=yesterday'],
  ['--since=0m'],
  ["--request=x'; drop"],
  ['--request'],
  ['--functions=chat'],
  ['chat'],
])('%s makes no sense, which is said with what would', (arg) => {
  const read = () => readLogOptions([arg], NOW);
  expect(read).toThrow(UsageError);
  expect(read).toThrow('npm run logs -- [');
});

test('--help is none of these', () => {
  expect(readLogOptions(['--help'], NOW)).toBe('help');
  expect(readLogOptions(['-h'], NOW)).toBe('help');
});
