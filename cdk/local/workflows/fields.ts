import * as z from 'zod/mini';
import { unknownOperators } from './choice-rules.ts';

const Definition: z.ZodMiniType<Definition> = z.looseObject({
  StartAt: z.string(),
  States: z.record(z.string(), z.looseObject({ Type: z.string() })),
});

/** A definition or a branch of one, as far as this file looks into it. */
export interface Definition {
  readonly [field: string]: unknown;
  readonly StartAt: string;
  readonly States: Record<string, { readonly [field: string]: unknown; readonly Type: string }>;
}

const MACHINE = 'StartAt States Comment Version TimeoutSeconds QueryLanguage ProcessorConfig';
const COMMON = 'Type Comment QueryLanguage InputPath OutputPath';
const FLOW = 'Next End ResultPath Parameters ResultSelector';
const ERRORS = 'Retry Catch';

/** Every field that the interpreter was seen to honour (test/cdk/local/workflows), by state type. */
const HONOURED: Readonly<Record<string, string>> = {
  Task: `${COMMON} ${FLOW} ${ERRORS} Resource TimeoutSeconds`,
  Pass: `${COMMON} Next End ResultPath Parameters Result`,
  Choice: `${COMMON} Choices Default`,
  Wait: `${COMMON} Next End Seconds Timestamp SecondsPath TimestampPath`,
  Succeed: COMMON,
  Fail: 'Type Comment QueryLanguage Error Cause ErrorPath CausePath',
  Parallel: `${COMMON} ${FLOW} ${ERRORS} Branches`,
  Map: `${COMMON} ${FLOW} ${ERRORS} ItemProcessor Iterator ItemSelector ItemsPath MaxConcurrency`,
};
const RETRIER =
  'ErrorEquals IntervalSeconds MaxAttempts BackoffRate MaxDelaySeconds JitterStrategy Comment';
/** Of `lambda:invoke`; `InvocationType` and `Qualifier` would start it otherwise than here. */
const ARGUMENTS = 'FunctionName FunctionName.$ Payload Payload.$';
const CATCHER = 'ErrorEquals Next ResultPath Comment';

/**
 * Reads a definition and refuses it when any field in it would not be honoured here.
 * @throws Error naming machine, state and field
 */
export function checkedDefinition(machine: string, value: unknown): Definition {
  const definition = Definition.parse(value);
  allow(machine, definition, MACHINE);
  for (const [name, state] of Object.entries(definition.States)) {
    const place = `${machine}, state "${name}"`;
    const honoured = HONOURED[state.Type];
    if (honoured === undefined) throw new Error(`${place}: unknown state type ${state.Type}`);
    allow(place, state, honoured);
    for (const retrier of list(state.Retry)) allow(`${place}, Retry`, retrier, RETRIER);
    for (const catcher of list(state.Catch)) allow(`${place}, Catch`, catcher, CATCHER);
    if (state.Type === 'Task' && state.Resource !== 'arn:aws:states:::lambda:invoke') {
      throw new Error(`${place}: unknown Resource ${String(state.Resource)}`);
    }
    if (state.Type === 'Task') allow(`${place}, Parameters`, objectOf(state.Parameters), ARGUMENTS);
    for (const field of list(state.Choices).flatMap(unknownOperators)) {
      throw new Error(`${place}, Choices: unknown field ${field}`);
    }
    for (const branch of branchesOf(state)) checkedDefinition(place, branch);
  }
  return definition;
}

/** The definitions inside a Parallel or Map state. */
export function branchesOf(state: { readonly [field: string]: unknown }): object[] {
  return [...list(state.Branches), ...list([state.ItemProcessor, state.Iterator])];
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function list(value: unknown): object[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one) => typeof one === 'object' && one !== null);
}

function allow(place: string, object: object, fields: string): void {
  const known = new Set(fields.split(' '));
  for (const [field, value] of Object.entries(object)) {
    if (!known.has(field)) throw new Error(`${place}: unknown field ${field}`);
    if (field === 'QueryLanguage' && value !== 'JSONPath') {
      throw new Error(`${place}: unknown QueryLanguage ${String(value)}`);
    }
    if (field === 'ProcessorConfig' && JSON.stringify(value) !== '{"Mode":"INLINE"}') {
      throw new Error(`${place}: unknown ProcessorConfig ${JSON.stringify(value)}`);
    }
  }
}
