import type { Model } from './model.ts';
import { providerModel } from './provider-model.ts';
import { chatProvider } from './providers/chat-provider.ts';
import type { ModelServer } from './providers/model-server.ts';

/** Any server with OpenAI's chat completions API: Ollama, llama.cpp, vLLM, OpenAI itself. */
export function openAiModel(server: ModelServer): Model {
  return providerModel(chatProvider(server));
}
