import * as z from 'zod/mini';
import { ApiBody } from './api-body.ts';
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
export const ANY = 'x-amazon-apigateway-any-method';
const SCHEME = 'Body.components.securitySchemes.*';
const THROTTLING = 'one household on one machine is not throttled';

export const REST_API = resourceType({
  name: 'AWS::ApiGateway::RestApi',
  honoured: z.strictObject({ Body: ApiBody }),
  ignored: {
    Name: DESCRIPTION,
    Description: DESCRIPTION,
    'EndpointConfiguration.Types': NETWORK,
    'EndpointConfiguration.IpAddressType': NETWORK,
    'Parameters.endpointConfigurationTypes': NETWORK,
    Mode: DEPLOYMENT,
    Tags: TAGS,
    'Body.info': DESCRIPTION,
    [`Body.paths.*.${ANY}.responses`]: DESCRIPTION,
    [`Body.paths.*.${ANY}.x-amazon-apigateway-integration.credentials`]: PERMISSIONS,
    [`${SCHEME}.type`]: DESCRIPTION,
    [`${SCHEME}.name`]: DESCRIPTION,
    [`${SCHEME}.in`]: DESCRIPTION,
    [`${SCHEME}.x-amazon-apigateway-authtype`]: DESCRIPTION,
    [`${SCHEME}.x-amazon-apigateway-authorizer.authorizerCredentials`]: PERMISSIONS,
  },
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
