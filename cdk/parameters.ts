import type { Node } from 'constructs';
import { readRates } from '#shared/limits/rates.ts';

/** What the person who deploys may set with `-c name=value`; every parameter has a default. */
export interface Parameters {
  /** Gets the alarms and the first account; without it alarms are not sent and accounts are created by hand. */
  readonly ownerEmail: string | undefined;
  /** Name of the existing secret `{url, token}` of Upstash Redis. */
  readonly upstashSecret: string;
  /** Comma list of origins whose pages may put files straight into storage. */
  readonly webOrigins: readonly string[];
  /** `openfoodfacts`: barcodes are looked up at Open Food Facts. Without it no barcode leaves the system. */
  readonly productLookup: 'openfoodfacts' | undefined;
  /** Open-Meteo servers of one's own, for the weather and for places; its public ones without them. */
  readonly weatherUrl: string | undefined;
  readonly geocodingUrl: string | undefined;
  /** `off`: nobody outside is asked for pages. Without it Wikipedia is, by the words of a search. */
  readonly webSearch: 'off' | undefined;
  /** Another Wikipedia; `{language}` stands where its language belongs. */
  readonly wikipediaUrl: string | undefined;
  /** A SearXNG server of one's own, asked beside Wikipedia. */
  readonly searxngUrl: string | undefined;
  /** Name of the existing secret `{key}` of Brave Search, asked beside Wikipedia. */
  readonly braveSecret: string | undefined;
  /** Comma list of addresses that may receive a sign-in. */
  readonly callbackUrls: readonly string[];
  /** An OpenAI-compatible server. */
  readonly modelUrl: string | undefined;
  /**
   * Models for prose in the order in which they are asked, as `server:NAME` (at `modelUrl`) or `bedrock:ID`,
   * with commas between them; `modelName` and `bedrockModel` name one each, the server's first. Without any
   * code writes the answers.
   */
  readonly largeModels: readonly string[];
  /** Models for routing and extraction, alike; without any those for prose do it. */
  readonly smallModels: readonly string[];
  /** Tokens of language models that one household may use in a day. */
  readonly modelTokensPerDay: number;
  /** Name of the existing secret `{key}` of that server, if it needs a key. */
  readonly modelSecret: string | undefined;
  /**
   * Vision model that reads lines of receipts that do not balance: at `modelUrl` where that is set, else
   * on Bedrock. It must take several images at once; without it no image is sent to a model.
   */
  readonly visionModel: string | undefined;
  /**
   * Embedding model for unknown names on receipts: at `modelUrl` where that is set, else on Bedrock.
   * Without it no name is sent to a model.
   */
  readonly embeddingModel: string | undefined;
  /** US dollars that the account may cost in a month before its owner is warned; 0 for no warning. */
  readonly monthlyBudget: number;
  /** Requests of one person in a minute, by class: `chat=20,upload=10`; others stay at their defaults. */
  readonly rateLimits: string;
  /** Times as long as usual are services waited for: a slow or busy machine is not one that is away. */
  readonly patience: number;
}

export const PARAMETERS = {
  read(node: Node): Parameters {
    return {
      ownerEmail: textOf(node, 'ownerEmail'),
      upstashSecret: textOf(node, 'upstashSecret') ?? 'foodsave/upstash',
      // A presigned address is itself the permission, so any page may use the one it was given.
      webOrigins: listOf(node, 'webOrigins') ?? ['*'],
      productLookup: lookupOf(node),
      weatherUrl: serverOf(node, 'weatherUrl'),
      geocodingUrl: serverOf(node, 'geocodingUrl'),
      webSearch: webSearchOf(node),
      wikipediaUrl: serverOf(node, 'wikipediaUrl'),
      searxngUrl: serverOf(node, 'searxngUrl'),
      braveSecret: textOf(node, 'braveSecret'),
      callbackUrls: listOf(node, 'callbackUrls') ?? ['http://localhost:8000/docs'],
      modelUrl: textOf(node, 'modelUrl'),
      largeModels: modelsOf(node, 'largeModels') ?? onlyModelsOf(node),
      smallModels: modelsOf(node, 'smallModels') ?? [],
      modelTokensPerDay: tokensPerDayOf(node),
      modelSecret: modelSecretOf(node),
      visionModel: textOf(node, 'visionModel'),
      embeddingModel: embeddingModelOf(node),
      monthlyBudget: monthlyBudgetOf(node),
      rateLimits: rateLimitsOf(node),
      patience: patienceOf(node),
    };
  },
};

function lookupOf(node: Node): 'openfoodfacts' | undefined {
  const value = textOf(node, 'productLookup');
  if (value === undefined || value === 'openfoodfacts') return value;
  throw new Error(`productLookup is openfoodfacts or nothing: ${value}`);
}

function webSearchOf(node: Node): 'off' | undefined {
  const value = textOf(node, 'webSearch');
  if (value === undefined || value === 'off') return value;
  throw new Error(`webSearch is off or nothing: ${value}`);
}

function serverOf(node: Node, name: string): string | undefined {
  const value = textOf(node, name);
  if (value === undefined || /^https?:$/.test(URL.parse(value)?.protocol ?? '')) return value;
  throw new Error(`${name} is an address that begins with https:// or http://: ${value}`);
}

function patienceOf(node: Node): number {
  const value = textOf(node, 'patience') ?? '1';
  if (/^[1-9]\d?$/.test(value)) return Number(value);
  throw new Error(`patience is a whole number from 1 to 99: ${value}`);
}

function rateLimitsOf(node: Node): string {
  const rates = Object.entries(readRates(textOf(node, 'rateLimits') ?? ''));
  return rates.map(([name, most]) => `${name}=${most}`).join(',');
}

function modelsOf(node: Node, name: string): string[] | undefined {
  const models = listOf(node, name);
  for (const model of models ?? []) {
    if (!/^(server|bedrock):\S+$/.test(model)) {
      throw new Error(`${name} are named as server:NAME or bedrock:ID: ${model}`);
    }
    if (model.startsWith('server:') && textOf(node, 'modelUrl') === undefined) {
      throw new Error(`${name} names a model of a modelUrl, and there is none: ${model}`);
    }
  }
  return models;
}

/** The short way to name one model of each kind. A name without a server is of nothing. */
function onlyModelsOf(node: Node): string[] {
  const [url, name] = [textOf(node, 'modelUrl'), textOf(node, 'modelName')];
  const bedrock = textOf(node, 'bedrockModel');
  return [
    ...(url !== undefined && name !== undefined ? [`server:${name}`] : []),
    ...(bedrock !== undefined ? [`bedrock:${bedrock}`] : []),
  ];
}

function tokensPerDayOf(node: Node): number {
  const value = textOf(node, 'modelTokensPerDay') ?? '200000';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new Error(`modelTokensPerDay is a whole number: ${value}`);
}

function monthlyBudgetOf(node: Node): number {
  const value = textOf(node, 'monthlyBudget') ?? '30';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new Error(`monthlyBudget is a whole number of US dollars: ${value}`);
}

function modelSecretOf(node: Node): string | undefined {
  const secret = textOf(node, 'modelSecret');
  if (secret === undefined || textOf(node, 'modelUrl') !== undefined) return secret;
  throw new Error(`modelSecret is the key to a modelUrl, and there is none: ${secret}`);
}

/** Bedrock models whose request format is supported (`shared/llm/bedrock-embedder.ts`). */
const EMBEDDING_MODELS = [
  'amazon.titan-embed-text-v2:0',
  'cohere.embed-multilingual-v3',
  'cohere.embed-english-v3',
];

function embeddingModelOf(node: Node): string | undefined {
  const model = textOf(node, 'embeddingModel');
  if (model === undefined || textOf(node, 'modelUrl') !== undefined) return model;
  if (EMBEDDING_MODELS.includes(model)) return model;
  throw new Error(
    `embeddingModel is one of a modelUrl, or one of ${EMBEDDING_MODELS.join(', ')}: ${model}`,
  );
}

function textOf(node: Node, name: string): string | undefined {
  const value: unknown = node.tryGetContext(name);
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw new Error(`${name} must be text`);
  return value;
}

function listOf(node: Node, name: string): string[] | undefined {
  return textOf(node, name)
    ?.split(',')
    .map((part) => part.trim());
}
