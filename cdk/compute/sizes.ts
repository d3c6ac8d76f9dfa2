/** Memory buys processor time too: 1,769 MB is one whole processor. */
export interface Size {
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
}

/** Every function of the system and its size. The architecture test compares it with `functions/`. */
export const SIZES = {
  // Sends the progress of an upload as it happens, so its answer may take minutes.
  'api/upload': { memoryMb: 512, timeoutSeconds: 300 },
  'api/receipts': { memoryMb: 512, timeoutSeconds: 29 },
  // Decodes the whole photograph to cut one line out of it.
  'api/receipt-images': { memoryMb: 1769, timeoutSeconds: 29 },
  'api/pantry': { memoryMb: 512, timeoutSeconds: 29 },
  'api/insights': { memoryMb: 512, timeoutSeconds: 29 },
  // May wait for a server of others.
  'api/products': { memoryMb: 512, timeoutSeconds: 29 },
  // Reads and ranks all recipes: twice the processor, and the shipped ones in memory.
  'api/recipes': { memoryMb: 1024, timeoutSeconds: 29 },
  // Waits for the agent it asks.
  'api/chat': { memoryMb: 512, timeoutSeconds: 29 },
  'api/profile': { memoryMb: 512, timeoutSeconds: 29 },
  'api/household': { memoryMb: 512, timeoutSeconds: 29 },
  'api/health': { memoryMb: 512, timeoutSeconds: 29 },
  'api/openapi': { memoryMb: 512, timeoutSeconds: 10 },
  'api/docs': { memoryMb: 256, timeoutSeconds: 10 },
  // Waits for a paused database, about 15 s; API Gateway gives an authorizer no more than 30 s.
  'api/authorizer': { memoryMb: 512, timeoutSeconds: 29 },
  // Reads and ranks all recipes, and may wait for a model.
  'agents/chef': { memoryMb: 1024, timeoutSeconds: 25 },
  // Reads for some 12 s, and on a machine thirty times as busy still to its end. What the limit cuts
  // off is marked: the clock decides nothing else. May then ask a model twice, whoever serves it.
  'agents/ocr': { memoryMb: 3008, timeoutSeconds: 600 },
  'workers/start-receipt': { memoryMb: 512, timeoutSeconds: 30 },
  'steps/parse-receipt': { memoryMb: 512, timeoutSeconds: 60 },
  // May wait for an embedding model, which places all products at the first receipt.
  'steps/match-products': { memoryMb: 512, timeoutSeconds: 120 },
  'steps/save-receipt': { memoryMb: 512, timeoutSeconds: 60 },
  'steps/fail-upload': { memoryMb: 256, timeoutSeconds: 60 },
  'operations/migrate': { memoryMb: 512, timeoutSeconds: 600 },
  'operations/sweep-uploads': { memoryMb: 256, timeoutSeconds: 60 },
  'operations/relay-outbox': { memoryMb: 256, timeoutSeconds: 50 },
} as const satisfies Record<string, Size>;

/** `api/pantry`: folder of the function below `functions/`. */
export type FunctionPath = keyof typeof SIZES;
