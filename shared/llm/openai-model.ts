import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { checkedAnswer, extractJson } from './checked-answer.ts';
import { type Completion, DEFAULT_TEMPERATURE, type Model, type Prompt } from './model.ts';
import type { ModelServer } from './model-server.ts';
import { postJson } from './post-json.ts';

const Reply = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.nullable(z.string()) }) })),
  usage: z.optional(z.object({ prompt_tokens: z.number(), completion_tokens: z.number() })),
});

/** Any server with OpenAI's chat completions API: Ollama, llama.cpp, vLLM, OpenAI itself. */
export function openAiModel(server: ModelServer): Model {
  return { complete: (prompt, signal) => complete(server, prompt, signal) };
}

async function complete<S extends Schema>(
  { url, model, key }: ModelServer,
  prompt: Prompt<S>,
  signal: AbortSignal | undefined,
): Promise<Completion<S>> {
  const { system, schema, maxTokens, temperature = DEFAULT_TEMPERATURE } = prompt;
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const shape = `Answer with one JSON object of this JSON Schema and nothing else:\n${JSON.stringify(json)}`;
  const body = {
    model,
    messages: [
      { role: 'system', content: `${system}\n\n${shape}` },
      { role: 'user', content: contentOf(prompt) },
    ],
    max_tokens: maxTokens,
    temperature,
    response_format: { type: 'json_object' },
  };
  const address = `${url.replace(/\/$/, '')}/chat/completions`;
  const sent = await postJson(address, body, key, { ...(signal && { signal }) });
  if (!sent.ok) return { ...sent, usage: null };
  const reply = z.safeParse(Reply, sent.value);
  if (!reply.success)
    return { ok: false, why: 'invalid', detail: 'no chat completion', usage: null };
  const { choices, usage } = reply.data;
  return checkedAnswer(schema, extractJson(choices[0]?.message.content ?? ''), {
    inputTokens: usage?.prompt_tokens ?? 0,
    outputTokens: usage?.completion_tokens ?? 0,
    model,
  });
}

/** Without pictures the content is a plain string: servers of text-only models accept nothing else. */
function contentOf({ question, pictures = [] }: Prompt<Schema>) {
  if (pictures.length === 0) return question;
  const shown = pictures.flatMap(({ label, bytes, format }) => {
    const url = `data:image/${format};base64,${Buffer.from(bytes).toString('base64')}`;
    return [
      { type: 'text', text: label },
      { type: 'image_url', image_url: { url } },
    ];
  });
  return [{ type: 'text', text: question }, ...shown];
}
