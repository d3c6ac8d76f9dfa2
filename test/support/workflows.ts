import { afterAll, beforeAll, beforeEach } from 'vitest';
import * as z from 'zod/mini';
import { ENV } from '#shared/env.ts';
import { type JsonService, startJsonService } from './json-service.ts';

/** Of all files of a process, for the client keeps the address it found first. */
let service: Promise<JsonService> | undefined;
let isAway = false;

const Start = z.object({ stateMachineArn: z.string(), name: z.string(), input: z.string() });
const ARN = 'arn:aws:states:eu-central-1:000000000000:stateMachine:';

/** A Step Functions that starts nothing and remembers what it was asked to; `away` refuses. */
export function testWorkflows() {
  let asked: JsonService['asked'] = [];
  beforeAll(async () => {
    service ??= startJsonService(() =>
      isAway
        ? { status: 400, body: { __type: 'StateMachineDoesNotExist' } }
        : { status: 200, body: { executionArn: 'x', startDate: 0 } },
    );
    const { url, asked: requests } = await service;
    asked = requests;
    process.env.AWS_ENDPOINT_URL_SFN = url;
    process.env[ENV.backupWorkflowArn] = `${ARN}backup`;
    process.env[ENV.restoreWorkflowArn] = `${ARN}restore`;
    process.env[ENV.householdWorkflowArn] = `${ARN}household`;
  });
  beforeEach(() => {
    asked.length = 0;
  });
  afterAll(() => {
    isAway = false;
  });
  return {
    away(now: boolean): void {
      isAway = now;
    },
    started: () =>
      asked.map(({ body }) => {
        const { stateMachineArn, name, input } = Start.parse(JSON.parse(body));
        // The trace of the request is test/flows/traces.test.ts's to look at.
        const { trace: _, ...given } = JSON.parse(input);
        return { workflow: stateMachineArn.slice(ARN.length), name, input: given };
      }),
  };
}
