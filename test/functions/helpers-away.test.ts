import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { afterAll } from 'vitest';
import { snapshotFor } from '#functions/agents/chef/household-snapshot.ts';
import { handler as startReceipt } from '#functions/workers/start-receipt/handler.ts';
import { streamFunction } from '#shared/clients/lambda.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { authorizer } from '#shared/entry/authorizer.ts';
import { ENV } from '#shared/env.ts';
import { findCaller } from '#shared/identity/credentials.ts';
import { tokenVerifier } from '#shared/identity/token.ts';
import { patientModel } from '#shared/llm/patient-model.ts';
import { providerModel } from '#shared/llm/provider-model.ts';
import { chatProvider } from '#shared/llm/providers/chat-provider.ts';
import { converse, replyOf } from '#shared/orchestration/converse.ts';
import { invokeAgents } from '#shared/orchestration/invoke-agent.ts';
import { fetchOutbound } from '#shared/outbound/outbound.ts';
import { lookUpGtin } from '#shared/products/gtin-lookup.ts';
import { indexRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { beginInvocation } from '#shared/waiting/wait-limit.ts';
import { openMeteo } from '#shared/weather/open-meteo.ts';
import { weatherCache } from '#shared/weather/weather-cache.ts';
import { weatherReader } from '#shared/weather/weather-reader.ts';
import { testDatabase } from '#test/support/database.ts';
import { type FaultyServer, faultyServer } from '#test/support/faulty-server.ts';
import { startJsonService } from '#test/support/json-service.ts';
import { startLambdaService } from '#test/support/lambda-service.ts';
import { AUDIENCE, startIssuer, type TestIssuer } from '#test/support/oidc-issuer.ts';
import { startOpenMeteo } from '#test/support/open-meteo-server.ts';
import { describeAway, saidOf } from '#test/support/service-away.ts';
import { newRun } from '#test/support/uploads.ts';
import { KRAKOW } from '#test/support/weather-sources.ts';
import { householdFactsOf } from '../shared/recipes/rank/rank-case.ts';
import { answerQuestion } from './agents/chef/answer.ts';
import { ask } from './agents/chef/session.ts';

const database = testDatabase();
const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

/** A service that gives one answer, and a proxy before it. */
async function beforeAnswer(body: unknown): Promise<FaultyServer> {
  const service = await startJsonService(() => ({ status: 200, body }));
  const server = await faultyServer(Number(new URL(service.url).port));
  closing.push(
    () => service.close(),
    () => server.close(),
  );
  return server;
}

describeAway('without the workflow service a message comes again', database, {
  async server() {
    const server = await beforeAnswer({ executionArn: 'x', startDate: 0 });
    process.env.AWS_ENDPOINT_URL_SFN = server.url;
    process.env[ENV.readingPlaces] = '10';
    process.env[ENV.receiptWorkflowArn] = 'arn:aws:states:eu-central-1:000000000000:stateMachine:r';
    return server;
  },
  async does(household) {
    database.actAsApp();
    const run = await newRun(household);
    database.actAsWorker();
    const event = { Records: [{ messageId: 'm', body: JSON.stringify(run) }] };
    return {
      async once() {
        const { batchItemFailures } = await startReceipt(event);
        return batchItemFailures.length === 1 ? 'comes again' : 'started';
      },
      kept: () => database.query('select status from uploads where id = $1', [run.uploadId]),
    };
  },
  away: 'comes again',
  keeps: [{ status: 'queued' }],
  back: 'started',
});

const prose = { intro: 'Proponuję:', items: [], outro: '' };
let model: FaultyServer;
describeAway('without the model the chef answers in its own words', database, {
  async server() {
    model = await beforeAnswer({ choices: [{ message: { content: JSON.stringify(prose) } }] });
    return model;
  },
  does() {
    const server = providerModel(chatProvider({ url: `${model.url}/v1`, model: 'm' }));
    const deps = {
      snapshot: snapshotFor(
        {
          facts: householdFactsOf({ pantry: 'jaja 10 szt 3, maslo 200 g' }),
          book: [...shippedRecipes().values()].slice(0, 5).map(indexRecipe),
        },
        [],
      ),
      model: patientModel(server, { answerMs: 600, restMs: 0 }),
    };
    const question = ask('co na obiad?');
    return {
      async once() {
        const { text, degradedReason = '' } = await answerQuestion(question, deps);
        const reached = !/^model-(unreachable|refused)$/.test(degradedReason);
        return `${text === '' ? 'nothing' : 'an answer'}, model ${reached ? 'asked' : 'away'}`;
      },
    };
  },
  away: 'an answer, model away',
  back: 'an answer, model asked',
});

let issuer: TestIssuer;
let keys: FaultyServer;
describeAway('without the keys of the issuer nobody is called unauthorized', database, {
  async server() {
    issuer = await startIssuer();
    keys = await faultyServer(Number(new URL(issuer.url).port));
    closing.push(
      () => issuer.close(),
      () => keys.close(),
    );
    return keys;
  },
  async does() {
    database.actAsApp();
    const verify = tokenVerifier({ issuer: keys.url, audience: AUDIENCE });
    const ask = authorizer((headers) => findCaller(headers, verify));
    const token = await issuer.token({ iss: keys.url });
    const event = { methodArn: 'arn/v/GET/x', headers: { Authorization: `Bearer ${token}` } };
    return {
      once: () =>
        ask(event).then(
          () => 'allowed',
          // API Gateway answers 401 to this word alone; to any other error what the template says: 503.
          ({ message }: Error) => (message === 'Unauthorized' ? '401' : 'failed'),
        ),
    };
  },
  away: 'failed',
  back: 'allowed',
});

describeAway('without the assistant nothing of the talk is stored', database, {
  async server() {
    const events = [{ type: 'token', text: 'Nie wiem.' }];
    const lambda = await startLambdaService(() => ({ events }));
    const server = await faultyServer(lambda.port);
    closing.push(lambda.close, () => server.close());
    process.env[ENV.lambdaEndpoint] = server.url;
    process.env[ENV.chefFunction] = 'chef';
    return server;
  },
  does(household) {
    database.actAsApp();
    const invoke = invokeAgents((name, request) =>
      streamFunction('assistant', name, request, { timeoutMs: 600 }),
    );
    const turns = async () =>
      (
        await database.query('select 1 from chat_turns where household_id = $1', [
          household.householdId,
        ])
      ).length;
    return {
      once: () =>
        replyOf(converse(household, { message: 'co na obiad?' }, 'pl', { invoke })).then(
          ({ text }) => text,
          saidOf,
        ),
      kept: turns,
      found: turns,
    };
  },
  away: '503 assistant-away, again in 5 s',
  keeps: 0,
  back: 'Nie wiem.',
  finds: 1,
});

let products: FaultyServer;
describeAway('without the look-up of barcodes', database, {
  async server() {
    products = await beforeAnswer({ product: { product_name: 'Mleko' } });
    process.env[ENV.productLookup] = 'openfoodfacts';
    return products;
  },
  async does(household: HouseholdContext) {
    database.actAsApp();
    await database.query('delete from gtin_answers');
    const ports = new Set([products.port]);
    const network = { http: new HttpAgent(), https: new HttpsAgent(), ports };
    const here: typeof fetchOutbound = (request) =>
      fetchOutbound(
        {
          ...request,
          url: request.url.replace('https://world.openfoodfacts.org', products.url),
          accept: [...request.accept, ''],
          allowHttp: true,
        },
        network,
      );
    return {
      once: () => lookUpGtin(household, '5900512300108', 'pl', here).then(() => 'found', saidOf),
    };
  },
  away: 'unavailable lookup-away, again in 60 s',
  back: 'found',
});

const HERE = { name: null, region: null, country: null, latitude: 50.06, longitude: 19.94 };
let weather: FaultyServer;
describeAway('without the weather service', database, {
  async server() {
    const real = await startOpenMeteo([KRAKOW]);
    weather = await faultyServer(real.port);
    closing.push(
      () => real.close(),
      () => weather.close(),
    );
    return weather;
  },
  does() {
    process.env[ENV.weatherUrl] = weather.url;
    const away = () => Promise.reject(new Error('Redis is away'));
    const store = { readCached: away, writeCached: away, claimKey: away, releaseKey: away };
    return {
      once() {
        beginInvocation({});
        const sources = { provider: openMeteo(fetchOutbound), cache: weatherCache(store) };
        return weatherReader(sources)
          .at(HERE)
          .then(() => 'weather', saidOf);
      },
    };
  },
  away: 'unavailable weather-away, again in 60 s',
  back: 'weather',
});
