import { chatReply } from './chat-reply.ts';
import { chatRequest } from './chat-request.ts';
import { chatStream } from './chat-stream.ts';
import type { ModelServer } from './model-server.ts';
import { post, postJson } from './post-json.ts';
import type { Provider } from './provider.ts';

/** A model on any server with OpenAI's chat completions API: Ollama, llama.cpp, vLLM, OpenAI itself. */
export function chatProvider({ url, model, key }: ModelServer): Provider {
  const address = `${url.replace(/\/$/, '')}/chat/completions`;
  return {
    id: `server/${model}`,
    model,
    async ask(request, signal) {
      const sent = await postJson(address, chatRequest(model, request), key, { signal });
      return sent.ok ? chatReply(sent.value, request) : sent;
    },
    async *stream(request, signal) {
      const body = { ...chatRequest(model, request), ...STREAMED };
      const posted = await post(address, body, key, signal);
      if (posted.ok) yield* chatStream(posted.response);
      else yield { type: 'failed', failure: posted };
    },
  };
}

/** Without the option most servers do not count what they stream. */
const STREAMED = { stream: true, stream_options: { include_usage: true } };
