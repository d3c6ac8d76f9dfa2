import { describe, expect, test } from 'vitest';
import { OUTBOX_QUEUES, queuesOfSender } from '#shared/database/outbox-topics.ts';
import { ENV } from '#shared/env.ts';
import { allRoutes } from '#shared/openapi/all-routes.ts';
import { Synthesized } from './synthesized.ts';

const template = new Synthesized('household');
const functions = template.functions();

function variables(path: string): Record<string, unknown> {
  return functions.get(path)?.Properties.Environment?.Variables ?? {};
}

function secretOf(path: string): string {
  return JSON.stringify(variables(path)[ENV.databaseSecret]);
}

const SPECIAL: Readonly<Record<string, string>> = {
  'operations/migrate': 'Owner',
  'steps/load-backup': 'Owner',
  'steps/switch-backup': 'Owner',
  'steps/copy-tables': 'Backup',
};

test('only migration and restore own the database, only sweeps, receipts’ consumer and what tells people work across households', () => {
  for (const [path, fn] of functions) {
    if (!(ENV.databaseSecret in (fn.Properties.Environment?.Variables ?? {}))) continue;
    const role =
      SPECIAL[path] ?? (/^(workers\/(start|send)-|operations)/.test(path) ? 'Worker' : 'App');
    expect(secretOf(path), path).toContain(`database${role}Secret`);
  }
});

test('a function that reaches the database has the network, the permission and the environment', () => {
  const policies = JSON.stringify(template.policies());
  for (const [path, { Properties }] of functions) {
    const names = Object.keys(Properties.Environment.Variables);
    const has = names.includes(ENV.databaseHost);
    expect(Properties.VpcConfig !== undefined, path).toBe(has);
    if (!has) continue;
    expect(names).toEqual(
      expect.arrayContaining([ENV.databasePort, ENV.databaseName, ENV.databaseSecret, 'PGSSLMODE']),
    );
    expect(Properties.Environment.Variables.PGSSLMODE).toBe('verify-full');
    expect(policies).toContain(Properties.Role['Fn::GetAtt'][0]);
  }
});

test('no environment holds a password', () => {
  const variables = JSON.stringify(
    [...functions.values()].map(({ Properties }) => Properties.Environment),
  );
  expect(variables).not.toMatch(/resolve:secretsmanager|password/i);
});

test('storage is reached below the prefixes a function works with', () => {
  const statements = template
    .policies()
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    .filter((statement) => /s3:(Get|Put)Object/.test(JSON.stringify(statement.Action)));
  expect(statements.length).toBeGreaterThan(0);
  for (const statement of statements) {
    for (const resource of [statement.Resource].flat()) {
      expect(JSON.stringify(resource)).toMatch(
        /\/(uploads|readings|parsed|matched|extracted|exports|chunks)\/\*"|"backupsBucket\w+","Arn"\]\},"\/\*"/,
      );
    }
  }
});

test('exactly the senders of the outbox’s topics may send to a queue, and they know its URL', () => {
  const statements = template
    .policies()
    .flatMap(([, { Properties }]) =>
      Properties.PolicyDocument.Statement.map((statement: { Action: unknown }) => ({
        statement,
        roles: JSON.stringify(Properties.Roles),
      })),
    )
    .filter(({ statement }) => [statement.Action].flat().includes('sqs:SendMessage'));
  const sending: string[] = [];
  for (const [path, { Properties }] of functions) {
    const role = JSON.stringify({ Ref: Properties.Role['Fn::GetAtt'][0] });
    const allowed = JSON.stringify(statements.filter(({ roles }) => roles.includes(role)));
    if (allowed !== '[]') sending.push(path);
    for (const queue of queuesOfSender(path)) {
      const { Ref: queueId } = Object(variables(path)[OUTBOX_QUEUES[queue]]);
      expect(allowed, path).toContain(`"Fn::GetAtt":["${queueId}","Arn"]`);
    }
  }
  const senders = [...functions.keys()].filter((path) => queuesOfSender(path).size > 0);
  expect(sending.sort()).toEqual(senders.sort());
  expect(senders).toContain('operations/relay-outbox');
  expect(senders).not.toContain('api/receipts');
});

test('the authorizer and health trust tokens of the user pool only', () => {
  for (const path of ['api/authorizer', 'api/health']) {
    expect(variables(path)[ENV.oidcIssuer]).toEqual({
      'Fn::GetAtt': [expect.any(String), 'ProviderURL'],
    });
    expect(variables(path)[ENV.oidcAudience]).toBeDefined();
  }
});

test('every endpoint with a limited route counts in the cache, at the rates of the stage', () => {
  const limited = new Set(allRoutes.flatMap(({ limit, endpoint }) => (limit ? [endpoint] : [])));
  expect([...limited].sort()).toEqual(['chat', 'forecast', 'knowledge', 'upload']);
  for (const name of limited) {
    expect(variables(`api/${name}`), name).toMatchObject({
      [ENV.rateLimits]: 'chat=20,upload=10,rag=30,weather=30',
      [ENV.redisSecret]: expect.anything(),
    });
  }
  const hurried = new Synthesized('household', { rateLimits: 'chat=60' }).functions();
  const { Variables } = hurried.get('api/chat')?.Properties.Environment ?? {};
  expect(Variables[ENV.rateLimits]).toBe('chat=60,upload=10,rag=30,weather=30');
  expect(() => new Synthesized('household', { rateLimits: 'chat=many' })).toThrow(/rateLimits/);
});

test('a stage that does not exist and a parameter that is no text are refused by name', () => {
  expect(() => new Synthesized('staging' as 'local')).toThrow(/stage must be one of/);
});

test('an owner with an address gets an account and the alarms', () => {
  const owned = new Synthesized('household', { ownerEmail: 'owner@example.org' });
  expect(owned.of('AWS::Cognito::UserPoolUser')).toHaveLength(1);
  expect(owned.of('AWS::SNS::Subscription')).toHaveLength(2); // one is of a function
  expect(template.of('AWS::SNS::Subscription')).toHaveLength(1);
});

test('the OCR function has one memory pool for all its threads', () => {
  const { Variables } = template.functions().get('agents/ocr')?.Properties.Environment ?? {};
  expect(Variables[ENV.memoryPools]).toBe('1');
});

describe('a model that sees', () => {
  const ocr = (context: Record<string, string>) => {
    const stack = new Synthesized('household', context);
    const fn = stack.functions().get('agents/ocr');
    const role = fn?.Properties.Role['Fn::GetAtt'][0];
    const policies = stack
      .policies()
      .filter(([, { Properties }]) => JSON.stringify(Properties.Roles).includes(role));
    const { Variables } = fn?.Properties.Environment ?? {};
    return {
      variables: Variables,
      mayAskBedrock: JSON.stringify(policies).includes('bedrock:Invoke'),
    };
  };

  test('is no OCR engine unless it is named, whichever model writes answers', () => {
    const { variables, mayAskBedrock } = ocr({ bedrockModel: 'a.model', modelUrl: 'http://m/v1' });
    expect(variables[ENV.ocrEngines]).toBe('textract,tesseract');
    for (const name of [ENV.visionModel, ENV.modelUrl, ENV.largeModels, ENV.modelTokensPerDay]) {
      expect(variables).not.toHaveProperty(name);
    }
    expect(mayAskBedrock).toBe(false);
  });

  test('is the last engine, on Bedrock with the permission for it', () => {
    const { variables, mayAskBedrock } = ocr({ visionModel: 'a.model' });
    expect(variables[ENV.ocrEngines]).toBe('textract,tesseract,vision');
    expect(variables[ENV.visionModel]).toBe('a.model');
    expect(mayAskBedrock).toBe(true);
  });

  test('is called on the self-hosted server if there is one, which needs no permission', () => {
    const { variables, mayAskBedrock } = ocr({ visionModel: 'v', modelUrl: 'http://m/v1' });
    expect(variables).toMatchObject({ [ENV.visionModel]: 'v', [ENV.modelUrl]: 'http://m/v1' });
    expect(mayAskBedrock).toBe(false);
  });
});

test('barcodes are looked up outside only when configured, by a single function', () => {
  expect(JSON.stringify(template.functions().get('api/products'))).not.toContain(ENV.productLookup);
  const asking = new Synthesized('household', { productLookup: 'openfoodfacts' }).functions();
  const variables = [...asking].filter(([, fn]) => JSON.stringify(fn).includes(ENV.productLookup));
  expect(variables.map(([path]) => path)).toEqual(['api/products']);
  expect(() => new Synthesized('household', { productLookup: 'elsewhere' })).toThrow(
    /productLookup is openfoodfacts or nothing/,
  );
});

test('weather is asked for at servers of one’s own where they are named, by whoever tells it', () => {
  const at = { weatherUrl: 'http://10.0.0.5:8080', geocodingUrl: 'https://places.example' };
  for (const [name, url] of Object.entries(at)) {
    expect(JSON.stringify(template.json)).not.toContain(ENV.weatherUrl);
    const made = [...new Synthesized('household', at).functions()];
    const asking = made.filter(([, fn]) => JSON.stringify(fn).includes(url));
    expect(asking.map(([path]) => path).join(' ')).toBe(
      'agents/meal-planner agents/weather api/forecast api/meal-plans steps/plan-meals',
    );
    expect(() => new Synthesized('household', { [name]: 'ftp://x' })).toThrow(/begins with https/);
  }
});

test('unknown names go to an embedding model only when one is configured, from a single step', () => {
  const asking = (context: Record<string, string>) => {
    const made = new Synthesized('household', context);
    const configured = [...made.functions()].filter(([, fn]) =>
      JSON.stringify(fn).includes(ENV.embeddingModel),
    );
    const allowed = made
      .policies()
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
      .filter(({ Action }) => JSON.stringify(Action).includes('bedrock:'));
    return {
      configured: configured.map(([path, fn]) => [path, fn.Properties.Environment.Variables]),
      allowed,
    };
  };
  expect(asking({})).toEqual({ configured: [], allowed: [] });

  const embeddingModel = 'cohere.embed-multilingual-v3';
  const bedrock = asking({ embeddingModel });
  const step = 'steps/match-products';
  expect(bedrock.configured).toMatchObject([[step, { [ENV.embeddingModel]: embeddingModel }]]);
  expect(bedrock.allowed).toMatchObject([{ Action: 'bedrock:InvokeModel', Effect: 'Allow' }]);
  expect(JSON.stringify(bedrock.allowed[0].Resource)).toMatch(
    /::foundation-model\/cohere\.embed-multilingual-v3"/,
  );

  const modelUrl = 'http://ollama.internal:11434/v1';
  const selfHosted = asking({ embeddingModel: 'bge-m3', modelUrl });
  const variables = { [ENV.embeddingModel]: 'bge-m3', [ENV.modelUrl]: modelUrl };
  expect(selfHosted).toMatchObject({ configured: [[step, variables]], allowed: [] });
  expect(() => new Synthesized('household', { embeddingModel: 'bge-m3' })).toThrow(
    /embeddingModel is one of a modelUrl, or one of amazon\.titan/,
  );
});

test('the key of a model server is given by secret name to the functions that call the server, and to no others', () => {
  const server = { modelUrl: 'http://m/v1', modelSecret: 'mine/model', visionModel: 'v' };
  const made = new Synthesized('household', { ...server, modelName: 'm', embeddingModel: 'e' });
  const variables = [...made.functions()].flatMap(([path, { Properties }]) => {
    const name = Properties.Environment.Variables[ENV.modelSecret];
    return name === undefined ? [] : [[path, name]];
  });
  const asking = 'agents/chef agents/ocr api/health steps/match-products'.split(' ');
  expect(variables.sort()).toEqual(asking.map((path) => [path, 'mine/model']));
  const readers = made
    .policies()
    .filter(([, { Properties }]) =>
      JSON.stringify(Properties).includes('secret:mine/model-??????'),
    );
  expect(readers).toHaveLength(4);
  expect(() => new Synthesized('household', { modelSecret: 'mine/model' })).toThrow(/modelUrl/);
});
