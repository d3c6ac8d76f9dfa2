import * as z from 'zod/mini';
import { whole } from './property-schemas.ts';

/** Address of a function, as API Gateway writes it. */
const Invocation = z.string().check(z.regex(/:function:/));

const Operation = z.strictObject({
  /** Name of the authorizer; without one the operation is open. */
  security: z.optional(z.tuple([z.record(z.string(), z.tuple([]))])),
  'x-amazon-apigateway-integration': z.strictObject({
    type: z.literal('aws_proxy'),
    httpMethod: z.literal('POST'),
    uri: Invocation,
    responseTransferMode: z._default(z.enum(['BUFFERED', 'STREAM']), 'BUFFERED'),
    timeoutInMillis: z._default(whole(50, 900_000), 29_000),
  }),
});

const Authorizer = z.strictObject({
  'x-amazon-apigateway-authorizer': z.strictObject({
    type: z.literal('request'),
    authorizerUri: Invocation,
    // The authorizer runs for every request, whatever its headers, and no result is cached.
    authorizerResultTtlInSeconds: z.literal(0),
  }),
});

/** Texts in which nothing but the variables that are filled in here begins with a dollar sign. */
const Template = z
  .string()
  .check(
    z.regex(/^(?:[^$]|\$context\.(?:requestId|path|error\.messageString|error\.responseType)\b)*$/),
  );

const GatewayResponse = z.strictObject({
  statusCode: z.optional(whole(100, 599)),
  responseParameters: z._default(
    z.record(
      z.string().check(z.regex(/^gatewayresponse\.header\./)),
      z.string().check(z.regex(/^(?:'.*'|context\.(?:requestId|error\.responseType))$/s)),
    ),
    {},
  ),
  responseTemplates: z._default(z.strictObject({ 'application/json': z.optional(Template) }), {}),
});

/** The OpenAPI document that describes the API to API Gateway. */
export const ApiBody = z.strictObject({
  openapi: z.literal('3.0.1'),
  // Every body reaches its function as Base64, which is what this one media type means.
  'x-amazon-apigateway-binary-media-types': z.tuple([z.literal('*/*')]),
  'x-amazon-apigateway-gateway-responses': z._default(z.record(z.string(), GatewayResponse), {}),
  paths: z.record(z.string(), z.strictObject({ 'x-amazon-apigateway-any-method': Operation })),
  components: z.strictObject({ securitySchemes: z.record(z.string(), Authorizer) }),
});
export type ApiBody = z.infer<typeof ApiBody>;
