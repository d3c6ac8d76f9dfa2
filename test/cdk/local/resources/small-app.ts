import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Duration, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ApiDefinition, EndpointType, RestApiMode, SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { Code, Function as LambdaFn, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Bucket, CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import * as z from 'zod/mini';
import { temporaryDirectory } from '#test/temporary-directory.ts';

const SmallTemplate = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({ Type: z.string(), Properties: z._default(z.record(z.string(), z.json()), {}) }),
  ),
});
export type SmallTemplate = z.infer<typeof SmallTemplate>;

/** A template that the CDK synthesizes, with one or two resources of each type the target runs. */
export function smallTemplate(): SmallTemplate {
  const app = new App({ analyticsReporting: false, outdir: temporaryDirectory() });
  const stack = new Stack(app, 'Small');
  const bundle = join(temporaryDirectory(), 'bundle');
  mkdirSync(bundle);
  writeFileSync(join(bundle, 'index.cjs'), 'exports.handler = async (event) => event;');

  const dead = new Queue(stack, 'Dead', { retentionPeriod: Duration.days(14) });
  const work = new Queue(stack, 'Work', { deadLetterQueue: { queue: dead, maxReceiveCount: 5 } });
  const worker = new LambdaFn(stack, 'Worker', {
    code: Code.fromAsset(bundle),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_22_X,
    environment: { QUEUE_URL: work.queueUrl },
  });
  worker.addEventSource(
    new SqsEventSource(work, { batchSize: 5, maxConcurrency: 2, reportBatchItemFailures: true }),
  );

  const invoke = new LambdaInvoke(stack, 'Invoke', { lambdaFunction: worker });
  const machine = new StateMachine(stack, 'Machine', {
    definitionBody: DefinitionBody.fromChainable(invoke),
    queryLanguage: QueryLanguage.JSON_PATH,
  });
  new Rule(stack, 'Nightly', {
    schedule: Schedule.expression('cron(0 3 * * ? *)'),
    targets: [
      new LambdaFunction(worker, { retryAttempts: 2 }),
      new SfnStateMachine(machine, { input: RuleTargetInput.fromObject({ night: true }) }),
    ],
  });

  const bucket = new Bucket(stack, 'Files', {
    removalPolicy: RemovalPolicy.DESTROY,
    lifecycleRules: [{ prefix: 'drafts/', expiration: Duration.days(7) }],
    cors: [{ allowedMethods: [HttpMethods.PUT], allowedOrigins: ['https://food.example'] }],
  });
  const files = bucket.node.defaultChild;
  if (!CfnBucket.isCfnBucket(files)) throw new Error('The bucket has no L1 bucket');
  files.notificationConfiguration = {
    queueConfigurations: [
      {
        event: 's3:ObjectCreated:*',
        queue: work.queueArn,
        filter: { s3Key: { rules: [{ name: 'prefix', value: 'in/' }] } },
      },
    ],
  };

  new SpecRestApi(stack, 'Api', {
    apiDefinition: ApiDefinition.fromInline(apiBody(worker.functionArn)),
    mode: RestApiMode.OVERWRITE,
    endpointTypes: [EndpointType.REGIONAL],
    parameters: { endpointConfigurationTypes: 'REGIONAL' },
    cloudWatchRole: false,
  });

  new Secret(stack, 'Password', { generateSecretString: { passwordLength: 20 } });
  new Secret(stack, 'Given', { secretStringValue: SecretValue.unsafePlainText('given') });
  new UserPool(stack, 'People').addClient('Client');
  return SmallTemplate.parse(Template.fromStack(stack).toJSON());
}

/** An API of one path behind an authorizer, all answered by one function. */
function apiBody(functionArn: string): object {
  const action = (rest: string) => `arn:aws:apigateway:eu-central-1:lambda:path/${rest}`;
  const integration = {
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri: action(`2021-11-15/functions/${functionArn}/response-streaming-invocations`),
    responseTransferMode: 'STREAM',
    credentials: 'arn:aws:iam::000000000000:role/gateway',
  };
  return {
    openapi: '3.0.1',
    info: { title: 'small', version: '1' },
    'x-amazon-apigateway-binary-media-types': ['*/*'],
    'x-amazon-apigateway-gateway-responses': {
      UNAUTHORIZED: {
        responseParameters: { 'gatewayresponse.header.x-request-id': 'context.requestId' },
        responseTemplates: { 'application/json': '{"requestId":"$context.requestId"}' },
      },
    },
    paths: {
      '/': {
        'x-amazon-apigateway-any-method': {
          security: [{ caller: [] }],
          responses: {},
          'x-amazon-apigateway-integration': integration,
        },
      },
    },
    components: {
      securitySchemes: {
        caller: {
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          'x-amazon-apigateway-authtype': 'custom',
          'x-amazon-apigateway-authorizer': {
            type: 'request',
            authorizerUri: action(`2015-03-31/functions/${functionArn}/invocations`),
            authorizerResultTtlInSeconds: 0,
          },
        },
      },
    },
  };
}
