import type { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { bedrockModel, type Converser } from '#shared/llm/bedrock-model.ts';
import { extractJson } from '#shared/llm/checked-answer.ts';
import type { Prompt } from '#shared/llm/model.ts';
import { openAiModel } from '#shared/llm/openai-model.ts';
import { type JsonService, startJsonService } from '#test/support/json-service.ts';

const prompt = {
  system: 'You count.',
  question: 'How many?',
  schema: z.strictObject({ count: z.int() }),
  maxTokens: 50,
};
const pictures = [
  { label: 'Line 1', bytes: Buffer.from('first'), format: 'png' },
  { label: 'Line 2', bytes: Buffer.from('second'), format: 'jpeg' },
] as const;
let server: JsonService | undefined;
afterEach(() => server?.close());

describe('a server that speaks chat completions', () => {
  async function ask(content: string | null, status = 200, more: Partial<Prompt<Schema>> = {}) {
    server = await startJsonService(() => ({
      status,
      body: {
        choices: [{ message: { content } }],
        usage: { prompt_tokens: 7, completion_tokens: 3 },
      },
    }));
    return await openAiModel({ url: `${server.url}/v1/`, model: 'm' }).complete({
      ...prompt,
      ...more,
    });
  }

  test('is asked for JSON of the schema, and its answer is held against it', async () => {
    const answer = await ask('```json\n{"count": 3}\n```');
    const usage = { inputTokens: 7, outputTokens: 3, model: 'm' };
    expect(answer).toEqual({ ok: true, value: { count: 3 }, usage });
    expect(server?.asked[0]).toMatchObject({ method: 'POST', url: '/v1/chat/completions' });
    const sent = JSON.parse(server?.asked[0]?.body ?? '');
    expect(sent).toMatchObject({ model: 'm', max_tokens: 50 });
    expect(sent.messages[0].content).toContain('"count"');
    expect(sent.messages[1].content).toBe('How many?');
  });

  test('is shown pictures as data, each below its label', async () => {
    await ask('{"count": 3}', 200, { pictures, temperature: 0 });
    const sent = JSON.parse(server?.asked[0]?.body ?? '');
    expect(sent.temperature).toBe(0);
    expect(sent.messages[1].content).toEqual([
      { type: 'text', text: 'How many?' },
      { type: 'text', text: 'Line 1' },
      { type: 'image_url', image_url: { url: 'data:image/png;base64,Zmlyc3Q=' } },
      { type: 'text', text: 'Line 2' },
      { type: 'image_url', image_url: { url: 'data:image/jpeg;base64,c2Vjb25k' } },
    ]);
  });

  test.each([
    ['{"count": "three"}'],
    ['{"count": 3, "more": 1}'],
    ['three'],
    [null],
    ['{"count": 3'],
  ])('%s is no answer', async (content) => {
    expect(await ask(content)).toMatchObject({ ok: false, why: 'invalid' });
  });

  test('that refuses or is away is told apart, and nothing is thrown', async () => {
    expect(await ask('x', 500)).toMatchObject({ ok: false, why: 'refused' });
    const away = openAiModel({ url: 'http://127.0.0.1:1/v1', model: 'm' });
    expect(await away.complete(prompt)).toMatchObject({ ok: false, why: 'unreachable' });
  });

  test('is waited for until the caller’s time is up', async () => {
    const limit = new AbortController();
    server = await startJsonService(() => {
      limit.abort();
      return new Promise(() => undefined);
    });
    const model = openAiModel({ url: server.url, model: 'm' });
    const answer = await model.complete(prompt, limit.signal);
    expect(answer).toMatchObject({ ok: false, why: 'unreachable' });
  });
});

describe('a model of Bedrock', () => {
  /** Bedrock costs money; this answers as Converse does and notes what it was sent. */
  function converser(input: unknown, sent: ConverseCommand[] = []): Converser {
    return {
      send: async (command) => {
        sent.push(command);
        if (input instanceof Error) throw input;
        const content = [{ toolUse: { toolUseId: '1', name: 'answer', input: input as string } }];
        return {
          $metadata: {},
          output: { message: { role: 'assistant', content } },
          stopReason: 'tool_use',
          usage: { inputTokens: 7, outputTokens: 3, totalTokens: 10 },
          metrics: { latencyMs: 1 },
        };
      },
    };
  }

  test('must answer by the tool that has the schema', async () => {
    const sent: ConverseCommand[] = [];
    const model = bedrockModel('some.model', converser({ count: 3 }, sent));
    const usage = { inputTokens: 7, outputTokens: 3, model: 'some.model' };
    expect(await model.complete(prompt)).toEqual({ ok: true, value: { count: 3 }, usage });
    expect(sent[0]?.input.toolConfig).toMatchObject({
      tools: [{ toolSpec: { name: 'answer', inputSchema: { json: { type: 'object' } } } }],
      toolChoice: { tool: { name: 'answer' } },
    });
  });

  test('is shown pictures as blocks, each below its label', async () => {
    const sent: ConverseCommand[] = [];
    const model = bedrockModel('some.model', converser({ count: 3 }, sent));
    await model.complete({ ...prompt, pictures, temperature: 0 });
    expect(sent[0]?.input.inferenceConfig).toEqual({ maxTokens: 50, temperature: 0 });
    expect(sent[0]?.input.messages?.[0]?.content).toEqual([
      { text: 'How many?' },
      { text: 'Line 1' },
      { image: { format: 'png', source: { bytes: Buffer.from('first') } } },
      { text: 'Line 2' },
      { image: { format: 'jpeg', source: { bytes: Buffer.from('second') } } },
    ]);
  });

  test('that answers otherwise, or not, is no answer', async () => {
    const ask = (input: unknown) => bedrockModel('some.model', converser(input)).complete(prompt);
    expect(await ask({ count: 'three' })).toMatchObject({ ok: false, why: 'invalid' });
    const named = (name: string) => Object.assign(new Error('x'), { name });
    expect(await ask(named('ThrottlingException'))).toMatchObject({ ok: false, why: 'refused' });
    expect(await ask(named('TimeoutError'))).toMatchObject({ ok: false, why: 'unreachable' });
  });

  test('is waited for until the caller’s time is up', async () => {
    const silent: Converser = {
      send: (_, { abortSignal }) =>
        new Promise((_resolve, reject) => {
          abortSignal.addEventListener('abort', () => reject(abortSignal.reason));
        }),
    };
    const limit = new AbortController();
    const asking = bedrockModel('some.model', silent).complete(prompt, limit.signal);
    limit.abort();
    expect(await asking).toMatchObject({ ok: false, why: 'unreachable' });
  });
});

test('JSON is found between whatever a model says around it', () => {
  expect(extractJson('Sure! {"a": {"b": 1}} Enjoy.')).toEqual({ a: { b: 1 } });
  expect(extractJson('no')).toBeUndefined();
});
