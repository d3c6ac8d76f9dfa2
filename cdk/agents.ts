import { ENV } from '#shared/env.ts';
import type { FunctionTable } from './compute/function-entry.ts';
import type { Stage } from './stage.ts';

/** The servers that whatever reads the weather asks. */
export const weatherServers = ({ weatherUrl, geocodingUrl }: Stage) => ({
  [ENV.weatherUrl]: weatherUrl,
  [ENV.geocodingUrl]: geocodingUrl,
});

export const AGENTS = {
  'agents/ocr': {
    // Reads for some 12 s, and finishes on a machine thirty times as busy. What the limit cuts off is
    // marked; the clock decides nothing else. May then call a model twice.
    size: { memoryMb: 3008, timeoutSeconds: 600 },
    layers: ['imaging'],
    access: {
      database: 'app',
      uploads: { uploads: ['read'], readings: ['write'] },
      cache: 'read-write', // breakers of the model that sees
    },
    model: 'ocr',
    // Image decoders and neural networks run in threads that pass memory to each other.
    environment: () => ({ [ENV.memoryPools]: '1' }),
  },
  'agents/chef': {
    // Reads and ranks all recipes, and may wait for a model.
    size: { memoryMb: 1024, timeoutSeconds: 25 },
    access: { database: 'app' },
    model: 'text',
  },
  'agents/conversation': {
    // Reads what ends first, and the allergy gate reads it.
    size: { memoryMb: 512, timeoutSeconds: 25 },
    access: { database: 'app' },
  },
  'agents/meal-planner': {
    // Plans for about a second of processor; reads and ranks all recipes before, and may ask for the weather.
    size: { memoryMb: 1769, timeoutSeconds: 25 },
    // For onnxruntime alone.
    layers: ['imaging'],
    access: { database: 'app', cache: 'read-write' },
    environment: weatherServers,
  },
  'agents/rag': {
    size: { memoryMb: 1024, timeoutSeconds: 25 },
    layers: ['lancedb'],
    access: { database: 'app', index: 'read' },
  },
  'agents/receipt-talk': {
    // Reads the last receipts, and the network that gives Polish its marks.
    size: { memoryMb: 512, timeoutSeconds: 25 },
    // For onnxruntime alone.
    layers: ['imaging'],
    access: { database: 'app' },
  },
  'agents/search': {
    // Reads all recipes, judges what fits, makes vectors of what was found, and may wait for servers
    // outside of AWS.
    size: { memoryMb: 1024, timeoutSeconds: 25 },
    // For onnxruntime alone.
    layers: ['imaging'],
    access: { database: 'app', cache: 'read-write' },
    model: 'search',
    environment: ({ webSearch, wikipediaUrl, searxngUrl }) => ({
      [ENV.webSearch]: webSearch,
      [ENV.wikipediaUrl]: wikipediaUrl,
      [ENV.searxngUrl]: searxngUrl,
    }),
  },
  'agents/weather': {
    // May wait for a server outside of AWS.
    size: { memoryMb: 512, timeoutSeconds: 25 },
    access: { database: 'app', cache: 'read-write' },
    environment: weatherServers,
  },
} as const satisfies FunctionTable<'agents'>;

/** The agents of the chat, each with the variable by which those who invoke it know it. */
export const CHAT_AGENTS = {
  'agents/chef': ENV.chefFunction,
  'agents/conversation': ENV.conversationFunction,
  'agents/receipt-talk': ENV.receiptTalkFunction,
  'agents/meal-planner': ENV.mealPlannerFunction,
  'agents/rag': ENV.ragFunction,
  'agents/search': ENV.searchFunction,
  'agents/weather': ENV.weatherFunction,
} as const;
