import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { appOf, STAGES } from './synthesized.ts';

test.each(STAGES)('stage %s meets AwsSolutions, or says why not', (stage) => {
  const { app } = appOf(stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  expect(() => app.synth()).not.toThrow();
});

test('so it does with models of Bedrock', () => {
  const { app } = appOf('household', {
    bedrockModel: 'eu.a.model',
    visionModel: 'eu.a.model',
    embeddingModel: 'amazon.titan-embed-text-v2:0',
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  expect(() => app.synth()).not.toThrow();
});

test('so it does with a model server that asks for a key', () => {
  const { app } = appOf('household', {
    modelUrl: 'https://models.example/v1',
    modelSecret: 'foodsave/model',
    modelName: 'm',
    visionModel: 'v',
    embeddingModel: 'e',
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  expect(() => app.synth()).not.toThrow();
});

test('the check reports a violation', () => {
  const app = new App({ analyticsReporting: false });
  new Bucket(new Stack(app, 'Careless'), 'Bucket');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  expect(() => app.synth()).toThrow(/AwsSolutions-S10/);
});
