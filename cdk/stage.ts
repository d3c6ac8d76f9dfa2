import type { Node } from 'constructs';
import { PARAMETERS, type Parameters } from './parameters.ts';

/**
 * What differs between installations; everything else is the same everywhere.
 * Chosen with `-c stage=household|production|local`, `household` when nothing is said.
 */
export interface Stage extends Parameters {
  readonly name: 'household' | 'production' | 'local';
  /** `serverless`: Aurora that pauses when nobody asks. `instance`: always on, behind RDS Proxy. */
  readonly database: 'serverless' | 'instance';
  readonly natInstances: number;
  /** Order in which photographs are read; Textract needs AWS. */
  readonly ocrEngines: string;
  /** Executions at the same time, by function; the account's pool for all others. */
  readonly reservedConcurrency: Readonly<Record<string, number>>;
  /** Receipts that may be started at the same time, and of one batch that may be read at once. */
  readonly receiptConcurrency: number;
  /** EventBridge expressions. */
  readonly schedules: { readonly sweepUploads: string; readonly relayOutbox: string };
  /** Requests per second and burst the API takes from everybody together. */
  readonly throttle: { readonly rate: number; readonly burst: number };
  readonly logDays: number;
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
  // Each run wakes the database for five minutes, so both run at the same minute, and seldom:
  // they only mend what a crash left behind, every request relays its own messages.
  schedules: { sweepUploads: 'cron(0 */4 * * ? *)', relayOutbox: 'cron(0 */4 * * ? *)' },
  throttle: { rate: 20, burst: 40 },
  logDays: 30,
};

const STAGES: Readonly<Record<Stage['name'], Fixed>> = {
  household,
  production: {
    ...household,
    name: 'production',
    database: 'instance',
    natInstances: 2,
    reservedConcurrency: { ocr: 20, migrate: 1, 'sweep-uploads': 1, 'relay-outbox': 1 },
    receiptConcurrency: 20,
    schedules: { sweepUploads: 'rate(5 minutes)', relayOutbox: 'rate(1 minute)' },
    throttle: { rate: 200, burst: 400 },
    logDays: 90,
  },
  local: {
    ...household,
    name: 'local',
    ocrEngines: 'tesseract',
    // Reading is bound by processors and memory: two at a time is what a small machine holds.
    receiptConcurrency: 2,
    reservedConcurrency: { ocr: 2, 'sweep-uploads': 1, 'relay-outbox': 1 },
    schedules: { sweepUploads: 'rate(5 minutes)', relayOutbox: 'rate(1 minute)' },
  },
};

/** The stage that the context of the app asks for; throws on a name that is none. */
export function stageOf(node: Node): Stage {
  const name: unknown = node.tryGetContext('stage') ?? 'household';
  const stage = Object.values(STAGES).find((each) => each.name === name);
  if (!stage) throw new Error(`stage must be one of ${Object.keys(STAGES).join(', ')}: ${name}`);
  return { ...stage, ...PARAMETERS.read(node) };
}
