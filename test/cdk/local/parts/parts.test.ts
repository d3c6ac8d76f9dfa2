import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOptions } from '#cdk/local/options.ts';
import { PARTS, TYPES } from '#cdk/local/parts/parts.ts';
import { choosePorts } from '#cdk/local/ports.ts';
import { rememberedPorts, rememberPorts } from '#cdk/local/remembered-ports.ts';
import { TYPES_WITHOUT_EFFECT } from '#cdk/local/resources/types-without-effect.ts';
import { startTarget } from '#cdk/local/target.ts';
import { readAssembly } from '#cdk/local/template/assembly.ts';
import { openStack } from '#cdk/local/template/stack.ts';
import { temporaryFolder, temporaryState } from '#test/cdk/local/support/state.ts';
import { cloudAssembly, place } from '#test/cdk/local/template/cloud-assembly.ts';
import { appOf, STAGES } from '#test/cdk/synthesized.ts';

test('a type belongs to one part, and has either a part or no effect', () => {
  const names = TYPES.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  expect(names.filter((name) => name in TYPES_WITHOUT_EFFECT)).toEqual([]);
});

test('what is ignored has a reason, and is not honoured as well', () => {
  for (const { name, ignored, honoured } of TYPES) {
    for (const [path, reason] of Object.entries(ignored)) {
      expect(reason.length, `${name} ${path}`).toBeGreaterThan(10);
      const [first = ''] = path.split('.');
      const keys = path.includes('.') ? [] : Object.keys(Reflect.get(honoured, 'shape') ?? {});
      expect(keys, name).not.toContain(first);
    }
  }
});

test('SDKs find every service at the port of its part', () => {
  const services = PARTS.flatMap(({ service, port }) => (service ? [[service, port]] : []));
  expect(Object.fromEntries(services)).toEqual({
    SECRETS_MANAGER: 'secrets',
    SQS: 'sqs',
    S3: 's3',
    LAMBDA: 'lambda',
    SFN: 'workflows',
  });
});

test('a part keeps its port from run to run', async () => {
  const folder = temporaryFolder();
  const first = await choosePorts(rememberedPorts(folder, temporaryState()), ['s3', 'sqs']);
  rememberPorts(folder, first);
  // The state may be lost meanwhile.
  const remembered = rememberedPorts(folder, temporaryState());
  const second = await choosePorts(remembered, ['sqs', 'new', 's3']);
  expect([second.get('s3'), second.get('sqs')]).toEqual([first.get('s3'), first.get('sqs')]);
  expect(new Set(second.values()).size).toBe(3);
});

test('ports that an earlier version kept in the state are kept', async () => {
  const state = temporaryState();
  state.database.exec('CREATE TABLE port (part TEXT PRIMARY KEY, port INTEGER)');
  state.database.exec("INSERT INTO port VALUES ('issuer', 40123)");
  expect(rememberedPorts(temporaryFolder(), state)).toEqual({ issuer: 40_123 });
});

test('a template that is not honoured starts nothing', async () => {
  const data = temporaryFolder();
  const Work = { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } };
  const starting = startTarget({
    ...readOptions({ FOODSAVE_DATA: data, PORT: '0' }),
    assembly: cloudAssembly({ Resources: { Work } }),
    state: temporaryState(data),
    disk: { isFull: () => false },
    signal: new AbortController().signal,
  });
  await expect(starting).rejects.toMatchObject({
    name: 'CommandError',
    message: 'Work (AWS::SQS::Queue): FifoQueue true is not honoured here',
  });
  expect(existsSync(join(data, 'postgres'))).toBe(false);
});

const PARAMETERS = {
  ownerEmail: 'owner@food.example',
  webOrigins: 'https://food.example',
  modelUrl: 'http://127.0.0.1:11434/v1',
  modelName: 'some',
  modelSecret: 'foodsave/model',
  visionModel: 'some',
  embeddingModel: 'some',
  productLookup: 'openfoodfacts',
  weatherUrl: 'http://10.0.0.5:8080',
  geocodingUrl: 'https://places.example',
  webSearch: 'off',
  wikipediaUrl: 'https://{language}.wiki.example',
  searxngUrl: 'http://10.0.0.6:8080',
  braveSecret: 'foodsave/brave',
};

test.each([
  { stage: 'local' as const, parameters: {} },
  ...STAGES.map((stage) => ({ stage, parameters: PARAMETERS })),
])('all of the app is honoured: $stage $parameters', (one) => {
  const { directory } = appOf(one.stage, one.parameters).app.synth();
  const stack = openStack(readAssembly(directory), place, TYPES);
  for (const type of TYPES) stack.all(type);
});
