import { Duration } from 'aws-cdk-lib';
import {
  AccessLogField,
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RequestAuthorizer,
  ResponseTransferMode,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import type { Stage } from '#cdk/stage.ts';
import type { Route } from '#shared/entry/routes.ts';
import type { FoodSaveFunction } from './foodsave-function.ts';
import { addProblemResponses } from './gateway-problems.ts';

/** The REST API: every response streams, every route that is not open passes the authorizer. */
export class HttpApi extends Construct {
  readonly restApi: RestApi;
  readonly #authorizer: RequestAuthorizer;

  constructor(scope: Construct, stage: Stage, authorizer: FoodSaveFunction) {
    // The logical ids of the API derive from this id; another one would replace it, and its URL.
    super(scope, 'front-door');
    const accessLog = new LogGroup(this, 'AccessLog', { retention: RetentionDays.ONE_MONTH });
    this.restApi = new RestApi(this, 'Api', {
      restApiName: `foodsave-${stage.name}`,
      endpointTypes: [EndpointType.REGIONAL],
      // Uploads are binary, so every body reaches the function as base64 of its bytes.
      binaryMediaTypes: ['*/*'],
      cloudWatchRole: true,
      deployOptions: {
        stageName: 'v',
        tracingEnabled: true,
        metricsEnabled: true,
        loggingLevel: MethodLoggingLevel.ERROR,
        // Bodies and headers hold receipts and tokens.
        dataTraceEnabled: false,
        throttlingRateLimit: stage.throttle.rate,
        throttlingBurstLimit: stage.throttle.burst,
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat: ACCESS_LOG,
      },
    });
    this.#authorizer = new RequestAuthorizer(this, 'Authorizer', {
      handler: authorizer.lambda,
      // A token or a device key: there is no one header to cache by, so nothing is cached.
      identitySources: [],
      resultsCacheTtl: Duration.seconds(0),
    });
    addProblemResponses(this.restApi);
    this.#acknowledgeFindings();
  }

  /**
   * Sends every method of these addresses to the function: it answers a wrong one with 405 and `Allow`,
   * and HEAD as GET, which the gateway alone would both call unknown.
   */
  addRoutes(fn: FoodSaveFunction, routes: readonly Route[]): void {
    const integration = new LambdaIntegration(fn.lambda, {
      responseTransferMode: ResponseTransferMode.STREAM,
      timeout: fn.timeout,
      scopePermissionToMethod: false,
    });
    for (const [path, sharing] of Map.groupBy(routes, (route) => route.path)) {
      const isOpen = sharing.some(({ scope }) => scope === 'open');
      if (isOpen && sharing.some(({ scope }) => scope !== 'open')) {
        throw new Error(`${path} is open for some methods only; one method of the gateway has all`);
      }
      const added = this.restApi.root
        .resourceForPath(path)
        .addMethod(
          'ANY',
          integration,
          isOpen
            ? { authorizationType: AuthorizationType.NONE }
            : { authorizer: this.#authorizer, authorizationType: AuthorizationType.CUSTOM },
        );
      if (isOpen) {
        acknowledge(
          added,
          'Open by the contract: the response holds no data of a household.',
          'AwsSolutions-APIG4',
        );
      }
    }
  }

  #acknowledgeFindings(): void {
    acknowledge(
      this.restApi,
      'Our authorizer takes tokens of any OIDC issuer and device keys; Cognito’s takes neither.',
      'AwsSolutions-COG4',
    );
    acknowledge(
      this.restApi,
      'Every body, path and query is checked by the schema that also makes the OpenAPI document.',
      'AwsSolutions-APIG2',
    );
    acknowledge(
      this.restApi,
      'A web ACL costs more per month than the rest of a household; the stage throttles, functions limit.',
      'AwsSolutions-APIG3',
    );
    acknowledge(
      this.restApi,
      'API Gateway writes logs only through this role of AWS.',
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    );
  }
}

/** No query, header or body: the query of a calendar holds its token. */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    time: AccessLogField.contextRequestTimeEpoch(),
    method: AccessLogField.contextHttpMethod(),
    route: AccessLogField.contextResourcePath(),
    status: AccessLogField.contextStatus(),
    bytes: AccessLogField.contextResponseLength(),
    latencyMs: AccessLogField.contextResponseLatency(),
    householdId: AccessLogField.contextAuthorizer('householdId'),
  }),
);
