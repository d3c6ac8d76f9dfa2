import { expect, test } from 'vitest';
import { readAssembly } from '#cdk/local/template/assembly.ts';
import { openStack } from '#cdk/local/template/stack.ts';
import { place, resolved, stackOf } from '#test/cdk/local/template/cloud-assembly.ts';
import { appOf, STAGES } from '#test/cdk/synthesized.ts';

const arn = (rest: string) => `arn:aws:${rest}`;

/** Type and properties → what Ref says and what GetAtt says, in AWS's own shapes. */
test.each<[string, object, string, Record<string, string>]>([
  [
    'AWS::Lambda::Function',
    { Description: 'functions/api/health' },
    'health',
    { Arn: arn('lambda:eu-central-1:000000000000:function:health') },
  ],
  [
    'AWS::Lambda::Function',
    { FunctionName: 'own' },
    'own',
    { Arn: arn('lambda:eu-central-1:000000000000:function:own') },
  ],
  [
    'AWS::Lambda::Version',
    { FunctionName: 'own' },
    arn('lambda:eu-central-1:000000000000:function:own:1'),
    {},
  ],
  ['AWS::Lambda::LayerVersion', {}, arn('lambda:eu-central-1:000000000000:layer:Thing:1'), {}],
  [
    'AWS::SQS::Queue',
    {},
    'http://127.0.0.1:9324/000000000000/Thing',
    { Arn: arn('sqs:eu-central-1:000000000000:Thing'), QueueName: 'Thing' },
  ],
  ['AWS::S3::Bucket', {}, 'thing', { Arn: arn('s3:::thing') }],
  [
    'AWS::SecretsManager::Secret',
    {},
    arn('secretsmanager:eu-central-1:000000000000:secret:Thing'),
    { Id: arn('secretsmanager:eu-central-1:000000000000:secret:Thing') },
  ],
  [
    'AWS::RDS::DBCluster',
    {},
    'thing',
    { 'Endpoint.Address': '127.0.0.1', 'Endpoint.Port': '5433' },
  ],
  ['AWS::RDS::DBProxy', {}, 'thing', { Endpoint: '127.0.0.1' }],
  ['AWS::Cognito::UserPool', {}, 'Thing', { ProviderURL: 'http://127.0.0.1:9400' }],
  [
    'AWS::StepFunctions::StateMachine',
    {},
    arn('states:eu-central-1:000000000000:stateMachine:Thing'),
    { Arn: arn('states:eu-central-1:000000000000:stateMachine:Thing'), Name: 'Thing' },
  ],
  ['AWS::ApiGateway::Stage', { StageName: 'v' }, 'v', {}],
])('%s %j is known by what AWS calls it', (Type, Properties, ref, attributes) => {
  const Resources = { Thing: { Type, Properties } };
  expect(resolved({ Ref: 'Thing' }, { Resources })).toBe(ref);
  for (const [name, value] of Object.entries(attributes)) {
    expect(resolved({ 'Fn::GetAtt': ['Thing', name] }, { Resources })).toBe(value);
  }
});

test('a type that is not known stops the start with its name', () => {
  const Resources = { Table: { Type: 'AWS::DynamoDB::Table' } };
  expect(() => stackOf({ Resources })).toThrow(
    'Table: the local target does not know AWS::DynamoDB::Table',
  );
});

test.each(STAGES)('every type the app makes is known and resolves: %s', (stage) => {
  const { app } = appOf(stage);
  const { directory } = app.synth();
  const opened = openStack(readAssembly(directory), place);
  const types = new Set(Object.values(opened.assembly.template.Resources).map(({ Type }) => Type));
  for (const type of types) opened.ofType(type);
});
