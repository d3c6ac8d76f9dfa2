import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ENV } from '#shared/env.ts';
import { PERMANENT_ERROR } from '#shared/errors/permanent-error.ts';
import { PLAN_GONE } from '#shared/meal-plans/later/plan-run.ts';
import { STUCK_AFTER_MS } from '#shared/uploads/sweep.ts';
import { STAGES, Synthesized } from './synthesized.ts';

const Retry = z.object({
  ErrorEquals: z.array(z.string()),
  MaxAttempts: z.number(),
  MaxDelaySeconds: z.optional(z.number()),
  JitterStrategy: z.optional(z.string()),
});
const State = z.looseObject({
  Type: z.string(),
  Next: z.optional(z.string()),
  TimeoutSeconds: z.optional(z.number()),
  Retry: z._default(z.array(Retry), []),
  Catch: z._default(z.array(z.object({ ErrorEquals: z.array(z.string()), Next: z.string() })), []),
});
const Story = z.object({ StartAt: z.string(), States: z.record(z.string(), State) });
const Machine = z.extend(Story, {
  QueryLanguage: z.optional(z.string()),
  TimeoutSeconds: z.number(),
});
/** A machine's definition, by the beginning of its logical id, every reference answered likewise. */
function definitionOf(template: Synthesized, name: string): unknown {
  const machines = template.of('AWS::StepFunctions::StateMachine');
  const machine = machines.find(([id]) => id.startsWith(name))?.[1];
  const [separator, parts] = machine?.Properties.DefinitionString['Fn::Join'] ?? [];
  const text = parts
    .map((part: unknown) =>
      typeof part === 'string' ? part : JSON.stringify(part).replace(/"/g, ''),
    )
    .join(separator);
  return JSON.parse(text);
}

const templates = new Map(STAGES.map((stage) => [stage, new Synthesized(stage)]));
/** The states of each workflow, from its first to its end. */
const STORIES = {
  receipt: [
    'Read the photograph',
    'Parse and balance',
    'Match products',
    'Save the receipt',
    'The receipt is saved',
  ],
  document: ['Extract the text', 'Part it into passages', 'The document is saved'],
  plan: ['Plan the meals', 'The plan is saved'],
} as const;
const KINDS = ['receipt', 'document', 'plan'] as const;
const one = STAGES.flatMap((stage) =>
  KINDS.map((kind) => {
    const machine = Machine.parse(definitionOf(template(stage), `${kind}workflow`));
    return { stage, kind, ...machine };
  }),
);
function template(stage: (typeof STAGES)[number]): Synthesized {
  const found = templates.get(stage);
  if (found === undefined) throw new Error(stage);
  return found;
}

describe.each(one)('one $kind in stage $stage', ({ kind, StartAt, States }) => {
  test('names its states in sentences', () => {
    const visited = [];
    for (let at: string | undefined = StartAt; at !== undefined; at = States[at]?.Next)
      visited.push(at);
    expect(visited).toEqual(STORIES[kind]);
  });

  test('has a timeout, retries with full jitter and a catch on every task', () => {
    const tasks = Object.entries(States).filter(([, { Type }]) => Type === 'Task');
    // Those of the story, and the one that records failures, but not the end.
    expect(tasks).toHaveLength(STORIES[kind].length);
    for (const [name, task] of tasks) {
      expect(task.TimeoutSeconds, name).toBeGreaterThan(0);
      expect(task.Retry.at(-1), name).toMatchObject({
        ErrorEquals: ['States.ALL'],
        JitterStrategy: 'FULL',
      });
      expect(task.Catch.at(-1)?.ErrorEquals, name).toEqual(['States.ALL']);
    }
  });

  test('treats an upload as stuck only after longer than any attempt of a step', () => {
    const tries = Object.values(States).map(({ TimeoutSeconds = 0 }) => TimeoutSeconds);
    const pause = Math.max(...Object.values(States).flatMap(pausesOf));
    expect(STUCK_AFTER_MS / 1000).toBeGreaterThan(Math.max(...tries) + pause);
  });

  test('does not retry permanent errors', () => {
    for (const [name, { Type, Retry: retries }] of Object.entries(States)) {
      if (Type !== 'Task') continue;
      expect(retries[0], name).toEqual({ ErrorEquals: [PERMANENT_ERROR], MaxAttempts: 0 });
    }
  });

  test('records every failure before it ends', () => {
    for (const [name, { Type, Catch }] of Object.entries(States)) {
      if (Type !== 'Task' || name === 'Record the failure') continue;
      expect(Catch.at(-1)?.Next, name).toBe('Record the failure');
    }
  });
});

test('a plan that somebody removed is no failure', () => {
  for (const { States } of one.filter(({ kind }) => kind === 'plan')) {
    const [gone] = States['Plan the meals']?.Catch ?? [];
    expect(gone?.ErrorEquals).toEqual([PLAN_GONE]);
    expect(States[gone?.Next ?? '']?.Type).toBe('Succeed');
  }
});

test.each(one)('one $kind in stage $stage that failed is an execution that failed', (machine) => {
  const { States, QueryLanguage, TimeoutSeconds } = machine;
  const record = States['Record the failure'];
  expect(States[record?.Next ?? '']?.Type).toBe('Fail');
  expect(States[record?.Catch[0]?.Next ?? '']?.Type).toBe('Fail');
  expect(QueryLanguage ?? 'JSONPath').toBe('JSONPath');
  expect(TimeoutSeconds).toBeGreaterThan(0);
});

/** Seconds that the pauses before the next try may last. */
function pausesOf({ Retry: retries }: z.infer<typeof State>): number[] {
  return retries.map(({ MaxDelaySeconds = 0 }) => MaxDelaySeconds);
}

/** Seconds of all tries of all steps together, and of the wait for a free executor, which jitter halves. */
function longest(states: readonly z.infer<typeof State>[]): number {
  const tries = states.map(({ TimeoutSeconds = 0, Retry: retries }) => {
    return TimeoutSeconds * (1 + (retries.at(-1)?.MaxAttempts ?? 0));
  });
  // Only for the reader: of the other functions there are as many as are needed.
  const waits = states.flatMap(({ Retry: retries }) =>
    retries.map(({ MaxAttempts, MaxDelaySeconds = 0 }) => (MaxAttempts * MaxDelaySeconds) / 2),
  );
  return tries.reduce((sum, one) => sum + one, Math.max(...waits));
}

test.each(one)('one $kind in stage $stage may take what all its tries take together', (machine) => {
  expect(machine.TimeoutSeconds).toBeGreaterThan(longest(Object.values(machine.States)));
});

test.each(STAGES)('as many uploads are read at once in stage %s as there are readers', (stage) => {
  const functions = template(stage).functions();
  const { Variables } = functions.get('workers/start-receipt')?.Properties.Environment ?? {};
  const places = Number(Variables[ENV.readingPlaces]);
  expect(places).toBeGreaterThan(1);
  for (const reader of ['agents/ocr', 'steps/extract-document']) {
    const readers = functions.get(reader)?.Properties.ReservedConcurrentExecutions;
    // Without a reservation the account has ten executions, of which others need some.
    expect(places, reader).toBeLessThanOrEqual(readers ?? 5);
  }
});

test.each(STAGES)(
  'the workflow of a household in stage %s exports, or erases and looks again',
  (stage) => {
    const machine = Machine.parse(definitionOf(template(stage), 'householdworkflow'));
    const { StartAt, States, TimeoutSeconds } = machine;
    const tasks = Object.entries(States).filter(([, { Type }]) => Type === 'Task');
    expect(tasks.map(([name]) => name).sort()).toEqual([
      'Erase the household',
      'Erase what came late',
      'Record the failure',
      'Write the next archive',
    ]);
    for (const [name, task] of tasks) {
      expect(task.TimeoutSeconds, name).toBeGreaterThan(0);
      expect(task.Retry[0], name).toEqual({ ErrorEquals: [PERMANENT_ERROR], MaxAttempts: 0 });
    }
    expect(States[StartAt]).toMatchObject({ Default: 'Write the next archive' });
    expect(States['Wait until it is closed']).toMatchObject({
      Seconds: 10,
      Next: 'Erase the household',
    });
    // No function runs, no link takes a file and no counter lives for longer.
    const late = States['Wait until nothing of before runs'];
    expect(late).toMatchObject({ Seconds: 65 * 60, Next: 'Erase what came late' });
    expect(TimeoutSeconds).toBeGreaterThan(longest(Object.values(States)) + 65 * 60);
  },
);

const ofBackups = STAGES.flatMap((stage) =>
  ['backup', 'restore'].map((kind) => {
    const machine = Machine.parse(definitionOf(template(stage), `${kind}workflow`));
    return { stage, kind, ...machine };
  }),
);

describe.each(ofBackups)(
  'the workflow $kind in stage $stage',
  ({ kind, States, TimeoutSeconds }) => {
    const tasks = Object.entries(States).filter(([, { Type }]) => Type === 'Task');

    test('retries every task but for permanent errors, and says in the catalogue why it ended', () => {
      expect(tasks).toHaveLength(kind === 'backup' ? 4 : 5);
      for (const [name, task] of tasks) {
        expect(task.TimeoutSeconds, name).toBeGreaterThan(0);
        expect(task.Retry[0], name).toEqual({ ErrorEquals: [PERMANENT_ERROR], MaxAttempts: 0 });
        expect(task.Retry.at(-1)?.JitterStrategy, name).toBe('FULL');
        const next = task.Catch.map((one) => States[one.Next]?.Type);
        const isLast = name === 'Record the failure';
        expect(next, name).toEqual([isLast ? 'Fail' : 'Task']);
      }
    });

    test('may take what all its tries take together', () => {
      expect(TimeoutSeconds).toBeGreaterThan(longest(Object.values(States)));
    });

    test('ends only behind its last step', () => {
      const ends = Object.entries(States).filter(([, { Type }]) => Type === 'Succeed');
      const before = (end: string) =>
        Object.entries(States)
          .filter(([, state]) => JSON.stringify(state).includes(`"${end}"`))
          .map(([name]) => name);
      expect(ends.map(([end]) => before(end))).toEqual(
        kind === 'backup'
          ? [['Is all of it read?']]
          : [['Switch the schemas'], ['Is it only a check?']],
      );
    });
  },
);
