import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { PERMANENT_ERROR } from '#shared/errors/permanent-error.ts';
import { STAGES, Synthesized } from './synthesized.ts';

const Retry = z.object({
  ErrorEquals: z.array(z.string()),
  MaxAttempts: z.number(),
  JitterStrategy: z.optional(z.string()),
});
const State = z.object({
  Type: z.string(),
  Next: z.optional(z.string()),
  TimeoutSeconds: z.optional(z.number()),
  Retry: z._default(z.array(Retry), []),
  Catch: z._default(z.array(z.object({ ErrorEquals: z.array(z.string()), Next: z.string() })), []),
});
const Definition = z.object({
  StartAt: z.string(),
  QueryLanguage: z.optional(z.string()),
  TimeoutSeconds: z.number(),
  States: z.record(z.string(), State),
});

/** The definition with every reference answered by its logical id. */
function definitionOf(template: Synthesized) {
  const [[, machine] = []] = template.of('AWS::StepFunctions::StateMachine');
  const [separator, parts] = machine?.Properties.DefinitionString['Fn::Join'] ?? [];
  const text = parts
    .map((part: unknown) =>
      typeof part === 'string' ? part : JSON.stringify(part).replace(/"/g, ''),
    )
    .join(separator);
  return Definition.parse(JSON.parse(text));
}

describe.each(STAGES)('stage %s', (stage) => {
  const { StartAt, States, QueryLanguage } = definitionOf(new Synthesized(stage));

  test('tells its story in sentences', () => {
    const story = [];
    for (let at: string | undefined = StartAt; at !== undefined; at = States[at]?.Next)
      story.push(at);
    expect(story).toEqual([
      'Read the photograph',
      'Parse and balance',
      'Match products',
      'Save the receipt',
      'The receipt is saved',
    ]);
    expect(QueryLanguage ?? 'JSONPath').toBe('JSONPath');
  });

  test('has a timeout, retries with full jitter and a catch on every task', () => {
    const tasks = Object.entries(States).filter(([, { Type }]) => Type === 'Task');
    expect(tasks).toHaveLength(5);
    for (const [name, task] of tasks) {
      expect(task.TimeoutSeconds, name).toBeGreaterThan(0);
      expect(task.Retry.at(-1), name).toMatchObject({
        ErrorEquals: ['States.ALL'],
        JitterStrategy: 'FULL',
      });
      expect(task.Catch, name).toHaveLength(1);
      expect(task.Catch[0]?.ErrorEquals).toEqual(['States.ALL']);
    }
  });

  test('does not try again what is permanent', () => {
    for (const [name, { Type, Retry: retries }] of Object.entries(States)) {
      if (Type !== 'Task') continue;
      expect(retries[0], name).toEqual({ ErrorEquals: [PERMANENT_ERROR], MaxAttempts: 0 });
    }
  });

  test('ends every failure as a failure, after recording it', () => {
    for (const [name, { Type, Catch }] of Object.entries(States)) {
      if (Type !== 'Task' || name === 'Record the failure') continue;
      expect(Catch[0]?.Next, name).toBe('Record the failure');
    }
    const record = States['Record the failure'];
    expect(States[record?.Next ?? '']?.Type).toBe('Fail');
    expect(States[record?.Catch[0]?.Next ?? '']?.Type).toBe('Fail');
  });
});
