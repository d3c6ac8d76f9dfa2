// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the form of CloudFormation's Fn::Sub
import { expect, test } from 'vitest';
import { TYPES } from '#cdk/local/parts/parts.ts';
import { readAssembly } from '#cdk/local/template/assembly.ts';
import { scopeOf } from '#cdk/local/template/scope.ts';
import { cloudAssembly, place } from '#test/cdk/local/template/cloud-assembly.ts';

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
  [
    'AWS::SQS::Queue',
    { QueueName: { 'Fn::Sub': 'jobs-${AWS::Region}' } },
    'http://127.0.0.1:9324/000000000000/jobs-eu-central-1',
    { QueueName: 'jobs-eu-central-1' },
  ],
  [
    'AWS::StepFunctions::StateMachine',
    { StateMachineName: 'own' },
    arn('states:eu-central-1:000000000000:stateMachine:own'),
    { Name: 'own' },
  ],
  [
    'AWS::SecretsManager::Secret',
    { Name: 'foodsave/own' },
    arn('secretsmanager:eu-central-1:000000000000:secret:foodsave/own'),
    {},
  ],
])('%s %j is known by what AWS calls it', (Type, Properties, ref, attributes) => {
  const assembly = readAssembly(cloudAssembly({ Resources: { Thing: { Type, Properties } } }));
  const scope = scopeOf(assembly, place, new Map(TYPES.map((type) => [type.name, type])));
  expect(scope.ref('Thing')).toBe(ref);
  for (const [name, value] of Object.entries(attributes)) {
    expect(scope.attribute('Thing', name)).toBe(value);
  }
});
