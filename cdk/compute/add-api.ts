import type { Construct } from 'constructs';
import { AUTHORIZER, ENDPOINTS } from '#cdk/api.ts';
import { routesOf } from '#shared/openapi/all-routes.ts';
import { addFunctions, type FunctionContext } from './add-functions.ts';
import { HttpApi } from './http-api.ts';

/** The HTTP API with its authorizer, and behind it every endpoint with its routes. */
export function addApi(scope: Construct, context: FunctionContext): HttpApi {
  const { 'api/authorizer': authorizer } = addFunctions(scope, AUTHORIZER, context);
  const endpoints = Object.values(addFunctions(scope, ENDPOINTS, context));
  return new HttpApi(
    scope,
    context.stage,
    authorizer,
    endpoints.map((fn) => ({ fn, routes: routesOf(fn.name) })),
  );
}
