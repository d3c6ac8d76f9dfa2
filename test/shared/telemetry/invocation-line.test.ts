import { beforeAll, expect, test, vi } from 'vitest';

let writeInvocationLine: typeof import('#shared/telemetry/invocation-line.ts').writeInvocationLine;

beforeAll(async () => {
  // Read when the module is loaded: two processors' worth of memory.
  vi.stubEnv('AWS_LAMBDA_FUNCTION_MEMORY_SIZE', '3538');
  ({ writeInvocationLine } = await import('#shared/telemetry/invocation-line.ts'));
});

function lineOf(kind: 'request' | 'step', streamed?: boolean): Record<string, number> {
  const lines: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
  const startedAt = performance.now() - 1000;
  writeInvocationLine({
    kind,
    startedAt,
    failed: false,
    fields: {},
    ...(streamed !== undefined && { streamed }),
  });
  out.mockRestore();
  return JSON.parse(lines.join(''));
}

test('the time of a response is that of requests, and not of streams or jobs', () => {
  const request = lineOf('request');
  expect(request.ResponseTime).toBe(request.Duration);
  expect(lineOf('request', false)).toHaveProperty('ResponseTime');
  for (const line of [lineOf('request', true), lineOf('step')]) {
    expect(line.Duration).toBeGreaterThan(0);
    expect(line).not.toHaveProperty('ResponseTime');
  }
});

test('a function of two processors was offered twice its duration of them', () => {
  const line = lineOf('step');
  expect(line.ProcessorOffered).toBe(Math.round(2 * (line.Duration ?? Number.NaN)));
});

test('the processor’s time of an invocation is what was used since the line before', () => {
  lineOf('step');
  const before = process.cpuUsage();
  while (process.cpuUsage(before).user < 60_000);
  expect(lineOf('step').ProcessorTime).toBeGreaterThanOrEqual(60);
  // Writing a line takes less than that.
  expect(lineOf('step').ProcessorTime).toBeLessThan(60);
});
