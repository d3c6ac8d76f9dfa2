import { expect, test } from 'vitest';
import { stackOf } from '#test/cdk/local/template/cloud-assembly.ts';
import { smallTemplate } from './small-app.ts';

const template = smallTemplate();

/** Opens the template with one property of the first resource of a type set, or deleted. */
function opening(type: string, path: string, value: unknown) {
  const copy = structuredClone(template);
  const found = Object.entries(copy.Resources).find(([, { Type }]) => Type === type);
  if (found === undefined) throw new Error(`The small template has no ${type}`);
  const [id, { Properties }] = found;
  const keys = path.split('/').map((key) => key.replace('~1', '/'));
  const last = keys.pop() ?? '';
  const owner = keys.reduce<object>((object, key) => {
    const inner: unknown = Reflect.get(object, key);
    if (typeof inner !== 'object' || inner === null) throw new Error(`${path}: there is no ${key}`);
    return inner;
  }, Properties);
  if (value === undefined) Reflect.deleteProperty(owner, last);
  else Reflect.set(owner, last, value);
  return { id, open: () => stackOf(copy) };
}

test('what the CDK writes is honoured', () => {
  expect(() => stackOf(template)).not.toThrow();
});

const QUEUE = 'AWS::SQS::Queue';
const MAPPING = 'AWS::Lambda::EventSourceMapping';
const RULE = 'AWS::Events::Rule';
const FUNCTION = 'AWS::Lambda::Function';
const BUCKET = 'AWS::S3::Bucket';
const API = 'AWS::ApiGateway::RestApi';
const STAGE = 'AWS::ApiGateway::Stage';
const MACHINE = 'AWS::StepFunctions::StateMachine';
const SECRET = 'AWS::SecretsManager::Secret';

/** Of the body's one path, whose own slash would part it from what follows. */
const METHOD = 'Body/paths/~1/x-amazon-apigateway-any-method';
const INTEGRATION = `${METHOD}/x-amazon-apigateway-integration`;
const SCHEME = 'Body/components/securitySchemes/caller';
const AUTHORIZER = `${SCHEME}/x-amazon-apigateway-authorizer`;
const RESPONSE = 'Body/x-amazon-apigateway-gateway-responses/UNAUTHORIZED';

const LIFECYCLE = 'LifecycleConfiguration/Rules/0';
const NOTIFICATION = 'NotificationConfiguration/QueueConfigurations/0';

/** A property whose value is not honoured: it is named with the value. */
test.each<[type: string, path: string, value: unknown]>([
  [QUEUE, 'FifoQueue', true],
  [QUEUE, 'DelaySeconds', 901],
  [QUEUE, 'VisibilityTimeout', 43_201],
  [MAPPING, 'BatchSize', 10_001],
  [MAPPING, 'MaximumBatchingWindowInSeconds', 301],
  [MAPPING, 'FunctionResponseTypes/0', 'Other'],
  [MAPPING, 'ScalingConfig/MaximumConcurrency', 1],
  [MAPPING, 'EventSourceArn', 'arn:aws:kinesis:eu-central-1:000000000000:stream/x'],
  [RULE, 'EventBusName', 'own'],
  [RULE, 'Targets/0/Arn', 'arn:aws:sns:eu-central-1:000000000000:topic'],
  [RULE, 'Targets/0/RetryPolicy/MaximumRetryAttempts', 186],
  [FUNCTION, 'Runtime', 'python3.13'],
  [FUNCTION, 'PackageType', 'Image'],
  [BUCKET, `${NOTIFICATION}/Event`, 's3:ObjectTagging:*'],
  [BUCKET, `${NOTIFICATION}/Filter/S3Key/Rules/0/Name`, 'contains'],
  [BUCKET, `${LIFECYCLE}/ExpirationInDays`, 0],
  [BUCKET, 'CorsConfiguration/CorsRules/0/AllowedMethods/0', 'PATCH'],
  [API, 'Body/openapi', '3.1.0'],
  [API, 'Body/x-amazon-apigateway-binary-media-types/0', 'image/png'],
  [API, `${METHOD}/security/0/caller`, ['pantry:read']],
  [API, `${INTEGRATION}/type`, 'mock'],
  [API, `${INTEGRATION}/timeoutInMillis`, 900_001],
  [API, `${AUTHORIZER}/type`, 'token'],
  [API, `${AUTHORIZER}/authorizerResultTtlInSeconds`, 300],
  [API, `${RESPONSE}/responseParameters/gatewayresponse.header.a`, 'method.request.header.b'],
  [MACHINE, 'StateMachineType', 'EXPRESS'],
])('%s: %s %j stops the start by name', (type, path, value) => {
  const { id, open } = opening(type, path, value);
  expect(open).toThrow(`${id} (${type}): ${named(path)} ${JSON.stringify(value)} is not honoured`);
});

/** A property that is not known at all. */
test.each<[type: string, path: string]>([
  [QUEUE, 'ContentBasedDeduplication'],
  [QUEUE, 'DeduplicationScope'],
  [QUEUE, 'Colour'],
  [MAPPING, 'FilterCriteria'],
  [MAPPING, 'ProvisionedPollerConfig'],
  [MAPPING, 'DestinationConfig'],
  [RULE, 'EventPattern'],
  [RULE, 'Targets/1/InputPath'],
  [RULE, 'Targets/0/InputTransformer'],
  [RULE, 'Targets/0/DeadLetterConfig'],
  [FUNCTION, 'Code/ZipFile'],
  [FUNCTION, 'DeadLetterConfig'],
  [FUNCTION, 'EphemeralStorage'],
  [FUNCTION, 'FileSystemConfigs'],
  [FUNCTION, 'SnapStart'],
  [BUCKET, 'ObjectLockEnabled'],
  [BUCKET, 'ReplicationConfiguration'],
  [BUCKET, 'NotificationConfiguration/TopicConfigurations'],
  [BUCKET, `${LIFECYCLE}/ObjectSizeGreaterThan`],
  [API, 'Body/security'],
  [API, 'Body/paths/~1/get'],
  [API, `${METHOD}/x-amazon-apigateway-request-validator`],
  [API, `${INTEGRATION}/requestParameters`],
  [API, `${INTEGRATION}/cacheKeyParameters`],
  [API, `${AUTHORIZER}/identitySource`],
  [STAGE, 'Variables'],
  [STAGE, 'CacheClusterEnabled'],
  [MACHINE, 'DefinitionSubstitutions'],
  [SECRET, 'ReplicaRegions'],
  [SECRET, 'GenerateSecretString/Other'],
  ['AWS::Cognito::UserPool', 'LambdaConfig'],
  ['AWS::Cognito::UserPoolClient', 'AccessTokenValidity'],
])('%s: %s stops the start by name', (type, path) => {
  const { id, open } = opening(type, path, { Some: 'value' });
  expect(open).toThrow(`${id} (${type}): ${named(path)} is not honoured here`);
});

/** A property of which only a part is refused: the part is named. */
test.each<[type: string, path: string, value: unknown, part: string]>([
  [
    STAGE,
    'MethodSettings',
    [{ LoggingLevel: 'INFO' }, { CachingEnabled: true }],
    '[1].CachingEnabled',
  ],
  [FUNCTION, 'LoggingConfig', { LogGroup: 'a', LogFormat: 'JSON' }, '.LogFormat'],
  [BUCKET, `${LIFECYCLE}/Transitions`, [{ StorageClass: 'GLACIER' }], '[0].StorageClass "GLACIER"'],
  [QUEUE, 'RedrivePolicy', { deadLetterTargetArn: 'a', maxReceiveCount: 0 }, '.maxReceiveCount 0'],
  [QUEUE, 'RedrivePolicy', { deadLetterTargetArn: 'a', maxReceiveCount: 1, x: 1 }, '.x'],
])('%s: of %s %j only what counts is named', (type, path, value, part) => {
  const { id, open } = opening(type, path, value);
  expect(open).toThrow(`${id} (${type}): ${named(path)}${part} is not honoured here`);
});

test.each<[type: string, path: string]>([
  [API, 'Body/x-amazon-apigateway-binary-media-types'],
  [API, `${INTEGRATION}/uri`],
  [API, `${AUTHORIZER}/authorizerResultTtlInSeconds`],
  [FUNCTION, 'Handler'],
  [RULE, 'Targets/0/Arn'],
])('%s without %s is refused: the default of AWS is another', (type, path) => {
  const { id, open } = opening(type, path, undefined);
  expect(open).toThrow(`${id} (${type}): ${named(path)} is missing`);
});

/** What may be set without changing anything here. */
test.each<[type: string, path: string, value: unknown]>([
  [QUEUE, 'FifoQueue', false],
  [QUEUE, 'KmsMasterKeyId', 'alias/aws/sqs'],
  [QUEUE, 'DelaySeconds', '900'],
  [MAPPING, 'Tags', [{ Key: 'a', Value: 'b' }]],
  [RULE, 'Targets/0/RoleArn', 'arn:aws:iam::000000000000:role/a'],
  [RULE, 'State', 'DISABLED'],
  [FUNCTION, 'LoggingConfig', { LogGroup: 'a' }],
  [FUNCTION, 'Architectures', ['arm64']],
  [BUCKET, 'VersioningConfiguration', { Status: 'Enabled' }],
  [BUCKET, `${LIFECYCLE}/Id`, 'drafts'],
  [STAGE, 'MethodSettings', [{ HttpMethod: '*', ThrottlingRateLimit: 1 }]],
  [API, `${INTEGRATION}/credentials`, 'arn:aws:iam::000000000000:role/another'],
])('%s: %s %j is allowed', (type, path, value) => {
  expect(opening(type, path, value).open).not.toThrow();
});

test('a variable that a gateway response does not fill in is refused', () => {
  const template = { 'application/json': '{"ip":"$context.identity.sourceIp"}' };
  const { open } = opening(API, `${RESPONSE}/responseTemplates`, template);
  expect(open).toThrow(`responseTemplates.application/json "{`);
});

test('every refused property is named at once', () => {
  const copy = structuredClone(template);
  const queues = Object.entries(copy.Resources).filter(([, { Type }]) => Type === QUEUE);
  for (const [, resource] of queues) resource.Properties.FifoQueue = true;
  expect(queues).toHaveLength(2);
  const lines = queues.map(([id]) => `${id} (${QUEUE}): FifoQueue true is not honoured here`);
  expect(() => stackOf(copy)).toThrow(lines.join('\n'));
});

test('a type and an attribute of a resource that are not known are named', () => {
  const Table = { Type: 'AWS::DynamoDB::Table' };
  expect(() => stackOf({ Resources: { Table } })).toThrow(
    'Table: the local target does not know AWS::DynamoDB::Table',
  );
  const Queue = { Type: QUEUE, ForEach: {} };
  expect(() => stackOf({ Resources: { Queue } })).toThrow('ForEach');
});

/** `Targets/0/Arn` → `Targets[0].Arn`; `~1` is a slash in a name, as in a JSON pointer. */
function named(path: string): string {
  return path
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.')
    .replaceAll('~1', '/');
}
