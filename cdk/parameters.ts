import type { Node } from 'constructs';

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
  /** Comma list of addresses that may receive a sign-in. */
  readonly callbackUrls: readonly string[];
  /** Bedrock model that writes answers; without it (and without a server) code writes them. */
  readonly bedrockModel: string | undefined;
  /** An OpenAI-compatible server and its model; it is preferred to Bedrock. */
  readonly modelUrl: string | undefined;
  readonly modelName: string | undefined;
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
      callbackUrls: listOf(node, 'callbackUrls') ?? ['http://localhost:8000/docs'],
      bedrockModel: textOf(node, 'bedrockModel'),
      modelUrl: textOf(node, 'modelUrl'),
      modelName: textOf(node, 'modelName'),
      modelSecret: modelSecretOf(node),
      visionModel: textOf(node, 'visionModel'),
      embeddingModel: embeddingModelOf(node),
      patience: patienceOf(node),
    };
  },
};

function lookupOf(node: Node): 'openfoodfacts' | undefined {
  const value = textOf(node, 'productLookup');
  if (value === undefined || value === 'openfoodfacts') return value;
  throw new Error(`productLookup is openfoodfacts or nothing: ${value}`);
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
