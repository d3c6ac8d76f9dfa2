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
import type { FoodSaveFunction } from './foodsave-function.ts';
import { answerProblems } from './gateway-problems.ts';

/** The part of a route the gateway needs; the tables in `shared/` say more. */
export interface Route {
  readonly method: string;
  /** `/api/v2/pantry/{lotId}` */
  readonly path: string;
  /** `open` needs nobody to be signed in. */
  readonly scope: string;
}

/** The REST API: every answer streams, everything but open routes passes the authorizer. */
export class FrontDoor extends Construct {
  readonly api: RestApi;
  readonly #authorizer: RequestAuthorizer;

  constructor(scope: Construct, stage: Stage, authorizer: FoodSaveFunction) {
    super(scope, 'front-door');
    const accessLog = new LogGroup(this, 'AccessLog', { retention: RetentionDays.ONE_MONTH });
    this.api = new RestApi(this, 'Api', {
      restApiName: `foodsave-${stage.name}`,
      endpointTypes: [EndpointType.REGIONAL],
      // Files come as they are, so every body reaches the function as bytes.
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
      // A token or a device key: no single header could be the source, so nothing is cached either.
      identitySources: [],
      resultsCacheTtl: Duration.seconds(0),
    });
    answerProblems(this.api);
    this.#acknowledgeFindings();
  }

  /** Opens the function's routes, and only those. */
  open(fn: FoodSaveFunction, routes: Readonly<Record<string, Route>>): void {
    const integration = new LambdaIntegration(fn.lambda, {
      responseTransferMode: ResponseTransferMode.STREAM,
      timeout: fn.timeout,
      scopePermissionToMethod: false,
    });
    for (const { method, path, scope } of Object.values(routes)) {
      const added = this.api.root
        .resourceForPath(path)
        .addMethod(
          method,
          integration,
          scope === 'open'
            ? { authorizationType: AuthorizationType.NONE }
            : { authorizer: this.#authorizer, authorizationType: AuthorizationType.CUSTOM },
        );
      if (scope === 'open') {
        acknowledge(
          added,
          'Open by the contract: it says nothing about anybody.',
          'AwsSolutions-APIG4',
        );
      }
    }
  }

  #acknowledgeFindings(): void {
    acknowledge(
      this.api,
      'Our authorizer takes tokens of any OIDC issuer and device keys; Cognito’s takes neither.',
      'AwsSolutions-COG4',
    );
    acknowledge(
      this.api,
      'Every body, path and query is checked by the schema that also makes the OpenAPI document.',
      'AwsSolutions-APIG2',
    );
    acknowledge(
      this.api,
      'A web ACL costs more per month than the rest of a household; the stage throttles, functions limit.',
      'AwsSolutions-APIG3',
    );
    acknowledge(
      this.api,
      'API Gateway writes logs only through this role of AWS.',
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    );
  }
}

/** No address with its query, no header, no body: queries may hold tokens of calendars. */
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
