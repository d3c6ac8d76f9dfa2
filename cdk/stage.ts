import type { Node } from 'constructs';
import type { FunctionPath } from './functions.ts';
import { PARAMETERS, type Parameters } from './parameters.ts';

/**
 * What differs between installations; everything else is the same everywhere.
 * Chosen with `-c stage=household|production|local`; `household` is the default.
 */
export interface Stage extends Parameters {
  readonly name: 'household' | 'production' | 'local';
  /** `serverless`: Aurora that pauses when idle. `instance`: always on, behind RDS Proxy. */
  readonly database: 'serverless' | 'instance';
  readonly natInstances: number;
  /** Order in which photographs are read; Textract needs AWS. */
  readonly ocrEngines: string;
  /** Executions at the same time, by function; all others share what the account has. */
  readonly reservedConcurrency: Readonly<Partial<Record<FunctionPath, number>>>;
  /** Receipts and documents of all households that are read at the same time. */
  readonly receiptConcurrency: number;
  /** Messages of the chat that nobody waits for, answered at the same time; at least two. */
  readonly chatConcurrency: number;
  /** EventBridge expressions. */
  readonly schedules: Readonly<
    Record<'sweepUploads' | 'relayOutbox' | 'keepBackups' | 'remindExpiring', string>
  >;
  /** Requests per second and burst that the API accepts from all callers together. */
  readonly throttle: { readonly rate: number; readonly burst: number };
  readonly logDays: number;
  /** Steps of an invocation that its line of the log holds, for `npm run trace`; X-Ray has them on AWS. */
  readonly loggedSpans: number;
  /** Comma list of hosts that webhooks may reach besides public ones, over plain HTTP too. */
  readonly webhookHosts?: string;
}

type Fixed = Omit<Stage, keyof Parameters>;

const household: Fixed = {
  name: 'household',
  database: 'serverless',
  natInstances: 1,
  ocrEngines: 'textract,tesseract',
  // A new account has ten executions in all, and Lambda refuses to reserve from the last ten.
  reservedConcurrency: {},
  receiptConcurrency: 5,
  chatConcurrency: 3,
  // Each run resumes the paused database for five minutes, so both run at the same minute, and seldom:
  // they only recover what a crash left unfinished; every request relays its own messages.
  schedules: {
    sweepUploads: 'cron(0 */4 * * ? *)',
    relayOutbox: 'cron(0 */4 * * ? *)',
    // The same minute once more: a household is reminded by the first run of its morning.
    remindExpiring: 'cron(0 */4 * * ? *)',
    // Looks at the catalogue alone; the database wakes once a day, for the backup itself.
    keepBackups: 'rate(1 hour)',
  },
  throttle: { rate: 20, burst: 40 },
  logDays: 30,
  loggedSpans: 0,
};

/** Of a database that is never paused. */
const OFTEN: Stage['schedules'] = {
  ...household.schedules,
  sweepUploads: 'rate(5 minutes)',
  relayOutbox: 'rate(1 minute)',
  remindExpiring: 'rate(15 minutes)',
};

const STAGES: Readonly<Record<Stage['name'], Fixed>> = {
  household,
  production: {
    ...household,
    name: 'production',
    database: 'instance',
    natInstances: 2,
    reservedConcurrency: {
      'agents/ocr': 20,
      'steps/extract-document': 20,
      'operations/migrate': 1,
      'operations/sweep-uploads': 1,
      'operations/relay-outbox': 1,
    },
    receiptConcurrency: 20,
    chatConcurrency: 20,
    schedules: OFTEN,
    throttle: { rate: 200, burst: 400 },
    logDays: 90,
  },
  local: {
    ...household,
    name: 'local',
    ocrEngines: 'tesseract',
    loggedSpans: 200,
    // Reading is bound by processors and memory: two at a time is what a small machine holds.
    receiptConcurrency: 2,
    chatConcurrency: 2,
    reservedConcurrency: {
      'agents/ocr': 2,
      'steps/extract-document': 2,
      'operations/sweep-uploads': 1,
      'operations/relay-outbox': 1,
    },
    schedules: OFTEN,
    webhookHosts: 'localhost,127.0.0.1',
  },
};

/** The stage that the context of the app names; throws when there is no such stage. */
export function stageOf(node: Node): Stage {
  const name: unknown = node.tryGetContext('stage') ?? 'household';
  const stage = Object.values(STAGES).find((each) => each.name === name);
  if (!stage) throw new Error(`stage must be one of ${Object.keys(STAGES).join(', ')}: ${name}`);
  return { ...stage, ...PARAMETERS.read(node) };
}
