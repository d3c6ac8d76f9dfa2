import * as z from 'zod/mini';
import { whole } from './property-schemas.ts';
import {
  DEPLOYMENT,
  DESCRIPTION,
  LOGS,
  NETWORK,
  ONE_API,
  PERMISSIONS,
  TAGS,
  TRACES,
} from './reasons.ts';
import { resourceType } from './resource-type.ts';

const WHICH_METHODS = 'selects the methods that the settings apply to';
const THROTTLING = 'one household on one machine is not throttled';

export const REST_API = resourceType({
  name: 'AWS::ApiGateway::RestApi',
  identify: ({ logicalId }) => ({
    ref: logicalId,
    attributes: { RootResourceId: `${logicalId}/root` },
  }),
  // Every body reaches its function as Base64, which is what this one media type means.
  honoured: z.strictObject({ BinaryMediaTypes: z.tuple([z.literal('*/*')]) }),
  ignored: {
    Name: DESCRIPTION,
    Description: DESCRIPTION,
    'EndpointConfiguration.Types': NETWORK,
    'EndpointConfiguration.IpAddressType': NETWORK,
    Tags: TAGS,
  },
});

export const API_RESOURCE = resourceType({
  name: 'AWS::ApiGateway::Resource',
  honoured: z.strictObject({ ParentId: z.string(), PathPart: z.string() }),
  ignored: { RestApiId: ONE_API },
});

export const API_METHOD = resourceType({
  name: 'AWS::ApiGateway::Method',
  honoured: z.strictObject({
    HttpMethod: z.string(),
    ResourceId: z.string(),
    AuthorizationType: z.enum(['NONE', 'CUSTOM']),
    AuthorizerId: z.optional(z.string()),
    ApiKeyRequired: z.optional(z.literal(false)),
    Integration: z.strictObject({
      Type: z.literal('AWS_PROXY'),
      IntegrationHttpMethod: z.literal('POST'),
      Uri: z.string().check(z.regex(/:function:/)),
      ResponseTransferMode: z._default(z.enum(['BUFFERED', 'STREAM']), 'BUFFERED'),
      TimeoutInMillis: z._default(whole(50, 900_000), 29_000),
    }),
  }),
  ignored: {
    RestApiId: ONE_API,
    OperationName: DESCRIPTION,
    'Integration.Credentials': PERMISSIONS,
  },
});

export const API_AUTHORIZER = resourceType({
  name: 'AWS::ApiGateway::Authorizer',
  honoured: z.strictObject({
    Type: z.literal('REQUEST'),
    AuthorizerUri: z.string().check(z.regex(/:function:/)),
    // The authorizer runs for every request, whatever its headers, and no result is cached.
    IdentitySource: z.literal(''),
    AuthorizerResultTtlInSeconds: z.literal(0),
  }),
  ignored: {
    RestApiId: ONE_API,
    Name: DESCRIPTION,
    AuthType: DESCRIPTION,
    AuthorizerCredentials: PERMISSIONS,
  },
});

/** Texts in which nothing but the variables that are filled in here begins with a dollar sign. */
const Body = z
  .string()
  .check(
    z.regex(/^(?:[^$]|\$context\.(?:requestId|path|error\.messageString|error\.responseType)\b)*$/),
  );

export const GATEWAY_RESPONSE = resourceType({
  name: 'AWS::ApiGateway::GatewayResponse',
  honoured: z.strictObject({
    ResponseType: z.string(),
    StatusCode: z.optional(whole(100, 599)),
    ResponseParameters: z._default(
      z.record(
        z.string().check(z.regex(/^gatewayresponse\.header\./)),
        z.string().check(z.regex(/^(?:'.*'|context\.(?:requestId|error\.responseType))$/s)),
      ),
      {},
    ),
    ResponseTemplates: z._default(z.strictObject({ 'application/json': z.optional(Body) }), {}),
  }),
  ignored: { RestApiId: ONE_API },
});

export const API_DEPLOYMENT = resourceType({
  name: 'AWS::ApiGateway::Deployment',
  honoured: z.strictObject({}),
  ignored: { RestApiId: ONE_API, Description: DESCRIPTION },
});

export const API_STAGE = resourceType({
  name: 'AWS::ApiGateway::Stage',
  identify: ({ Properties }) => ({ ref: String(Properties.StageName) }),
  honoured: z.strictObject({ StageName: z.optional(z.string()) }),
  ignored: {
    RestApiId: ONE_API,
    DeploymentId: DEPLOYMENT,
    Description: DESCRIPTION,
    AccessLogSetting: LOGS,
    TracingEnabled: TRACES,
    'MethodSettings.HttpMethod': WHICH_METHODS,
    'MethodSettings.ResourcePath': WHICH_METHODS,
    'MethodSettings.DataTraceEnabled': LOGS,
    'MethodSettings.LoggingLevel': LOGS,
    'MethodSettings.MetricsEnabled': LOGS,
    'MethodSettings.ThrottlingBurstLimit': THROTTLING,
    'MethodSettings.ThrottlingRateLimit': THROTTLING,
    Tags: TAGS,
  },
});
