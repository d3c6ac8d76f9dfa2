import {
  AccessLogField,
  AccessLogFormat,
  ApiDefinition,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApiMode,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import type { Stage } from '#cdk/stage.ts';
import { apiBody, type Endpoint } from './api-body.ts';
import type { FoodSaveFunction } from './foodsave-function.ts';
import { InlineRole } from './inline-role.ts';

/** The REST API: every response streams, every route that is not open passes the authorizer. */
export class HttpApi extends Construct {
  readonly restApi: SpecRestApi;

  constructor(
    scope: Construct,
    stage: Stage,
    authorizer: FoodSaveFunction,
    endpoints: readonly Endpoint[],
  ) {
    // The logical ids of the API derive from this id; another one would replace it, and its URL.
    super(scope, 'front-door');
    const accessLog = new LogGroup(this, 'AccessLog', { retention: RetentionDays.ONE_MONTH });
    const role = new InlineRole(this, 'Role', 'apigateway.amazonaws.com');
    const invoked = [authorizer, ...endpoints.map(({ fn }) => fn)];
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: invoked.map(({ lambda }) => lambda.functionArn),
      }),
    );
    const title = `foodsave-${stage.name}`;
    this.restApi = new SpecRestApi(this, 'Api', {
      restApiName: title,
      apiDefinition: ApiDefinition.fromInline(apiBody({ title, authorizer, endpoints, role })),
      // Merged into what was there before, a path that no function answers any more would stay.
      mode: RestApiMode.OVERWRITE,
      endpointTypes: [EndpointType.REGIONAL],
      // An import goes by its own parameters, and would make it an edge endpoint.
      parameters: { endpointConfigurationTypes: EndpointType.REGIONAL },
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
    this.#acknowledgeFindings();
  }

  #acknowledgeFindings(): void {
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
