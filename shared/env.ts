/**
 * Every environment name of the system, once: constructs set them, code reads them.
 * A name is set only on the functions that were granted the thing behind it.
 */
export const ENV = {
  /** `household` | `production` | `local`. */
  stage: 'FOODSAVE_STAGE',
  version: 'FOODSAVE_VERSION',
  /** Folder of the function below `functions/`: `api/pantry`. */
  functionPath: 'FOODSAVE_FUNCTION',
  /** Milliseconds that the function waits for one service before it says that it is away. */
  serviceWaitMs: 'SERVICE_WAIT_MS',
  /** So many steps of an invocation stand in its line of the log; not set where only their sums do. */
  loggedSpans: 'LOGGED_SPANS',

  databaseHost: 'DATABASE_HOST',
  databasePort: 'DATABASE_PORT',
  databaseName: 'DATABASE_NAME',
  /** ARN of the secret `{username, password}` of the database role this function acts as. */
  databaseSecret: 'DATABASE_SECRET_ARN',
  /** For the migration function alone: secrets of the roles it creates. */
  appRoleSecret: 'APP_ROLE_SECRET_ARN',
  workerRoleSecret: 'WORKER_ROLE_SECRET_ARN',
  backupRoleSecret: 'BACKUP_ROLE_SECRET_ARN',

  /** Name of the secret `{url, token}` of Upstash Redis. */
  redisSecret: 'REDIS_SECRET_NAME',

  /** Requests of one person in a minute, by class: `chat=20,upload=10`. */
  rateLimits: 'RATE_LIMITS',

  uploadsBucket: 'UPLOADS_BUCKET',
  indexBucket: 'INDEX_BUCKET',
  backupsBucket: 'BACKUPS_BUCKET',
  /** What LanceDB's own log has; the library reads it. */
  lanceLog: 'LANCEDB_LOG',
  receiptsQueueUrl: 'RECEIPTS_QUEUE_URL',
  indexQueueUrl: 'INDEX_QUEUE_URL',
  chatQueueUrl: 'CHAT_QUEUE_URL',
  chatBackgroundQueueUrl: 'CHAT_BACKGROUND_QUEUE_URL',
  notificationsQueueUrl: 'NOTIFICATIONS_QUEUE_URL',
  /** ARN of the secret `{key}` that the signing keys of all webhooks are made of. */
  webhookSecret: 'WEBHOOK_SECRET_ARN',
  /** Hosts, with commas between them, that webhooks may reach besides public ones. */
  webhookHosts: 'WEBHOOK_HOSTS',
  receiptWorkflowArn: 'RECEIPT_WORKFLOW_ARN',
  documentWorkflowArn: 'DOCUMENT_WORKFLOW_ARN',
  planWorkflowArn: 'PLAN_WORKFLOW_ARN',
  backupWorkflowArn: 'BACKUP_WORKFLOW_ARN',
  restoreWorkflowArn: 'RESTORE_WORKFLOW_ARN',
  householdWorkflowArn: 'HOUSEHOLD_WORKFLOW_ARN',
  /** Uploads of all households that are read at the same time. */
  readingPlaces: 'READING_PLACES',

  /** Comma list in order of trial: `textract,tesseract` or `tesseract`; `vision` last, where it is configured. */
  ocrEngines: 'OCR_ENGINES',
  /** Memory pools that glibc keeps for the threads of a process. */
  memoryPools: 'MALLOC_ARENA_MAX',

  /** `openfoodfacts` where barcodes may be asked for there; not set where not. */
  productLookup: 'PRODUCT_LOOKUP',

  /** Where weather and places are asked for, instead of Open-Meteo's public servers. */
  weatherUrl: 'WEATHER_URL',
  geocodingUrl: 'GEOCODING_URL',

  /** `off` where nobody outside is asked for pages. */
  webSearch: 'WEB_SEARCH',
  /** Another Wikipedia than the public one; `{language}` stands where its language belongs. */
  wikipediaUrl: 'WIKIPEDIA_URL',
  /** A SearXNG server of one's own. */
  searxngUrl: 'SEARXNG_URL',
  /** Name of the secret `{key}` of Brave Search, and another server than its public one. */
  braveSecret: 'BRAVE_SECRET_NAME',
  braveUrl: 'BRAVE_URL',

  /** A server that speaks OpenAI's chat completions: everything before `/chat/completions`. */
  modelUrl: 'MODEL_URL',
  /**
   * Models of a tier in the order in which they are asked, as `server:NAME` (at `MODEL_URL`) or
   * `bedrock:ID`, with commas between them. `small` for routing and extraction, `large` for prose.
   */
  smallModels: 'SMALL_MODELS',
  largeModels: 'LARGE_MODELS',
  /** Tokens of language models that one household may use in a day. */
  modelTokensPerDay: 'MODEL_TOKENS_PER_DAY',
  /** Name of the secret `{key}` of that server; not set where it asks for none. */
  modelSecret: 'MODEL_SECRET_NAME',
  /** A model that sees pictures: on the server of `MODEL_URL` where that is set, else on Bedrock. */
  visionModel: 'VISION_MODEL',

  chefFunction: 'CHEF_FUNCTION_NAME',
  conversationFunction: 'CONVERSATION_FUNCTION_NAME',
  weatherFunction: 'WEATHER_FUNCTION_NAME',
  ragFunction: 'RAG_FUNCTION_NAME',
  receiptTalkFunction: 'RECEIPT_TALK_FUNCTION_NAME',
  searchFunction: 'SEARCH_FUNCTION_NAME',
  mealPlannerFunction: 'MEAL_PLANNER_FUNCTION_NAME',

  /** Turns names into vectors: at `modelUrl` where that is set, else a model of Bedrock; not set where not. */
  embeddingModel: 'EMBEDDING_MODEL',

  oidcIssuer: 'OIDC_ISSUER',
  oidcAudience: 'OIDC_AUDIENCE',

  /** `DEBUG` | `INFO` | `WARN` | `ERROR`; the logging library reads it. */
  logLevel: 'LOG_LEVEL',

  /** Set by the Lambda runtime, never by a construct. */
  functionName: 'AWS_LAMBDA_FUNCTION_NAME',
  memorySize: 'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  region: 'AWS_REGION',
  /** The trace of the running invocation, and where its parts are sent; only where tracing is on. */
  traceHeader: '_X_AMZN_TRACE_ID',
  traceDaemon: 'AWS_XRAY_DAEMON_ADDRESS',
  accessKeyId: 'AWS_ACCESS_KEY_ID',
  secretAccessKey: 'AWS_SECRET_ACCESS_KEY',
  sessionToken: 'AWS_SESSION_TOKEN',
  /** Where the SDK's own names point a service somewhere else. */
  secretsEndpoint: 'AWS_ENDPOINT_URL_SECRETS_MANAGER',
  sqsEndpoint: 'AWS_ENDPOINT_URL_SQS',
  s3Endpoint: 'AWS_ENDPOINT_URL_S3',
  lambdaEndpoint: 'AWS_ENDPOINT_URL_LAMBDA',
} as const;

export type EnvName = (typeof ENV)[keyof typeof ENV];

/** The value of an environment name; throws when the template forgot it. */
export function requireEnv(name: EnvName): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`Environment variable ${name} is not set`);
  }
  return value;
}

/** What a runtime needs to run another program: where it looks for files and packages, and how it starts. */
const RUNTIME_NAMES: readonly string[] = [
  'PATH',
  'NODE_PATH',
  'NODE_OPTIONS',
  'LD_LIBRARY_PATH',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'LANG',
  'TZ',
  ENV.memoryPools,
];

/** The environment of a program that handles what strangers sent: no key, no address, no name of ours. */
export function childEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(RUNTIME_NAMES.map((name) => [name, own[name]]));
}
