import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { addFunctions } from '#cdk/compute/add-functions.ts';
import { HttpApi } from '#cdk/compute/http-api.ts';
import { stageOf } from '#cdk/stage.ts';
import { Cache } from '#cdk/stores/cache.ts';
import { defineRoutes, type Route } from '#shared/entry/routes.ts';
import { allRoutes } from '#shared/openapi/all-routes.ts';
import { Problem } from '#shared/openapi/problem-schema.ts';
import { STAGES, Synthesized } from '#test/cdk/synthesized.ts';

/** Every address that asks for no token, and why. */
const OPEN = {
  '/health': 'monitors have no token; details are shown to who has one',
  '/health/live': 'monitors have no token',
  '/openapi.json': 'describes the API, and nobody’s data',
  '/docs': 'describes the API, and nobody’s data',
  '/docs/{file}': 'the files of that page',
  '/api/v2/calendar/expiries.ics': 'calendar programs send no token but the one in the query',
  '/api/v2/calendar/meals.ics': 'calendar programs send no token but the one in the query',
};

const ANY = 'x-amazon-apigateway-any-method';
const functionIn = (uri: unknown) =>
  /"Fn::GetAtt":\["(\w+)","Arn"\]/.exec(JSON.stringify(uri))?.[1];

describe.each(STAGES)('stage %s', (stage) => {
  const template = new Synthesized(stage);
  const functions = template.functions();
  const { paths, components, ...body } = template.apiBody();
  const responses = body['x-amazon-apigateway-gateway-responses'];

  test('has one method for each address, ANY, and it streams', () => {
    for (const [path, operations] of Object.entries(paths)) {
      expect(Object.keys(operations), path).toEqual([ANY]);
      expect(operations[ANY]['x-amazon-apigateway-integration'], path).toMatchObject({
        type: 'aws_proxy',
        httpMethod: 'POST',
        responseTransferMode: 'STREAM',
      });
    }
  });

  test('asks the authorizer first for every address that is not open by the contract', () => {
    const open = Object.entries(paths).filter(
      ([
        ,
        {
          [ANY]: { security },
        },
      ]) => !security,
    );
    expect(open.map(([path]) => path).sort()).toEqual(Object.keys(OPEN).sort());
    for (const [
      path,
      {
        [ANY]: { security },
      },
    ] of Object.entries(paths)) {
      if (!(path in OPEN)) expect(security, path).toEqual([{ authorizer: [] }]);
    }
    const { authorizer, ...others } = components.securitySchemes;
    expect(others).toEqual({});
    const asked = authorizer['x-amazon-apigateway-authorizer'];
    expect(functionIn(asked.authorizerUri)).toBe(functions.get('api/authorizer')?.id);
    expect(JSON.stringify(asked.authorizerUri)).toMatch(/path\/2015-03-31\/.*\/invocations"/);
    // Nothing is cached: a removed key is refused at once, and a request without a header is asked about.
    expect(asked).toMatchObject({ type: 'request', authorizerResultTtlInSeconds: 0 });
    expect(asked).not.toHaveProperty('identitySource');
  });

  test('sends each address to the function of its endpoint, and waits as long as it may run', () => {
    const pathByFunction = new Map([...functions].map(([path, { id }]) => [id, path]));
    const integrated = Object.entries(paths).map(([path, { [ANY]: operation }]) => {
      const { uri, timeoutInMillis } = operation['x-amazon-apigateway-integration'];
      expect(JSON.stringify(uri)).toMatch(
        /:lambda:path\/2021-11-15\/functions\/.*\/response-streaming-invocations"/,
      );
      const endpoint = pathByFunction.get(functionIn(uri) ?? '') ?? '';
      expect(timeoutInMillis, path).toBe(functions.get(endpoint)?.Properties.Timeout * 1000);
      return `${path} → ${endpoint}`;
    });
    const declared = new Set(allRoutes.map(({ path, endpoint }) => `${path} → api/${endpoint}`));
    expect(integrated.sort()).toEqual([...declared].sort());
  });

  test('invokes these functions and no other, in one role that only API Gateway takes', () => {
    const credentials = [
      components.securitySchemes.authorizer['x-amazon-apigateway-authorizer'].authorizerCredentials,
      ...Object.values(paths).map(
        ({ [ANY]: operation }) => operation['x-amazon-apigateway-integration'].credentials,
      ),
    ];
    const [role] = new Set(credentials.map((arn) => arn['Fn::GetAtt'][0]));
    expect(credentials).toEqual(credentials.map(() => ({ 'Fn::GetAtt': [role, 'Arn'] })));
    const trusted = template.resources.get(role)?.Properties.AssumeRolePolicyDocument.Statement;
    expect(trusted).toEqual([
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: 'apigateway.amazonaws.com' },
      },
    ]);
    const statements = template
      .policies()
      .filter(([, { Properties }]) => JSON.stringify(Properties.Roles).includes(`"${role}"`))
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
    const endpoints = [...functions].filter(([path]) => path.startsWith('api/'));
    expect(statements).toEqual([
      {
        Effect: 'Allow',
        Action: 'lambda:InvokeFunction',
        Resource: expect.arrayContaining(
          endpoints.map(([, { id }]) => ({ 'Fn::GetAtt': [id, 'Arn'] })),
        ),
      },
    ]);
    expect(statements[0].Resource).toHaveLength(endpoints.length);
  });

  test('lets API Gateway invoke a function in no other way', () => {
    for (const [id, { Properties }] of template.of('AWS::Lambda::Permission')) {
      expect(['events.amazonaws.com', 'sns.amazonaws.com'], id).toContain(Properties.Principal);
    }
  });

  test('answers as problem+json where the gateway itself refuses', () => {
    const statuses = Object.values(responses).map(({ statusCode }) => statusCode);
    expect(statuses).toEqual(expect.arrayContaining(['401', '403', '404', '413', '429', '504']));
    for (const { statusCode, responseParameters, responseTemplates } of Object.values(responses)) {
      const header = responseParameters['gatewayresponse.header.Content-Type'];
      expect(header).toBe("'application/problem+json'");
      const problem = JSON.parse(responseTemplates['application/json']);
      expect(problem).toMatchObject({
        status: Number(statusCode),
        type: `urn:foodsave:problem:${problem.code}`,
        title: expect.stringMatching(/^[^/]+ \/ [^/]+$/),
        detail: expect.stringContaining(' / '),
        code: expect.stringMatching(/^[a-z-]+$/),
        instance: '$context.path',
        requestId: '$context.requestId',
      });
      const { required = [] } = z.toJSONSchema(Problem);
      expect(Object.keys(problem).sort()).toEqual([...required].sort());
    }
  });
});

const reply = z.strictObject({});
const page = { method: 'GET', scope: 'read', summary: 'A page', replies: { 200: reply } } as const;

/** The deployments of an API of these routes. */
function deploymentsOf(routes: Readonly<Record<string, Route>>) {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Small');
  const stage = stageOf(stack.node);
  const cache = new Cache(stage);
  const context = { stage, cache, layers: { imaging: undefined, lancedb: undefined } };
  const size = { memoryMb: 128, timeoutSeconds: 1 };
  const table = { 'api/authorizer': { size }, 'api/docs': { size } } as const;
  const functions = addFunctions(stack, table, context);
  const endpoint = { fn: functions['api/docs'], routes: Object.values(routes) };
  new HttpApi(stack, stage, functions['api/authorizer'], [endpoint]);
  const found = Template.fromStack(stack).findResources('AWS::ApiGateway::Deployment');
  return Object.keys(found);
}

test('another route is deployed: the stage shows what there was when its deployment was made', () => {
  const one = defineRoutes('docs', { one: { ...page, path: '/one' } });
  const two = defineRoutes('docs', { ...one, two: { ...page, path: '/two' } });
  const before = deploymentsOf(one);
  expect(before).toHaveLength(1);
  expect(deploymentsOf(one)).toEqual(before);
  expect(deploymentsOf(two)).not.toEqual(before);
});

test('an address that is open for some methods only is refused by name', () => {
  const mixed = defineRoutes('docs', {
    one: { ...page, path: '/one' },
    other: { ...page, method: 'POST', scope: 'open', path: '/one' },
  });
  expect(() => deploymentsOf(mixed)).toThrow('/one is open for some methods only');
});
