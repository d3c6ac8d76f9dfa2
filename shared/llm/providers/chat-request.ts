import type { Message, ModelRequest, ToolSpec } from './provider.ts';

/** The body of `/chat/completions`. @see https://platform.openai.com/docs/api-reference/chat */
export function chatRequest(model: string, request: ModelRequest): object {
  const { answer, tools } = request;
  return {
    model,
    messages: [
      { role: 'system', content: systemOf(request) },
      ...request.messages.flatMap(messagesOf),
    ],
    max_tokens: request.maxTokens,
    temperature: request.temperature,
    ...(answer !== undefined && { response_format: { type: 'json_object' } }),
    ...(tools !== undefined && { tools: tools.map(toolOf) }),
  };
}

/** Many servers know `json_object` and no schema, so the schema is told in words. */
function systemOf({ system, answer }: ModelRequest): string {
  if (answer === undefined) return system;
  const shape = JSON.stringify(answer);
  return `${system}\n\nAnswer with one JSON object of this JSON Schema and nothing else:\n${shape}`;
}

function toolOf({ name, description, input }: ToolSpec): object {
  return { type: 'function', function: { name, description, parameters: input } };
}

function messagesOf(message: Message): object[] {
  if (message.role === 'user') return [{ role: 'user', content: contentOf(message) }];
  if (message.role === 'tools') {
    return message.results.map(({ id, text }) => ({
      role: 'tool',
      tool_call_id: id,
      content: text,
    }));
  }
  const tool_calls = message.calls.map(({ id, name, input }) => ({
    id,
    type: 'function',
    function: { name, arguments: JSON.stringify(input ?? {}) },
  }));
  return [{ role: 'assistant', content: message.text, tool_calls }];
}

/** Without pictures the content is a plain string: servers of text-only models accept nothing else. */
function contentOf({ text, pictures = [] }: Message & { readonly role: 'user' }) {
  if (pictures.length === 0) return text;
  const shown = pictures.flatMap(({ label, bytes, format }) => {
    const url = `data:image/${format};base64,${Buffer.from(bytes).toString('base64')}`;
    return [
      { type: 'text', text: label },
      { type: 'image_url', image_url: { url } },
    ];
  });
  return [{ type: 'text', text }, ...shown];
}
