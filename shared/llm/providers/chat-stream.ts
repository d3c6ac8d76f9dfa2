import * as z from 'zod/mini';
import { ChatChunk, stopOf, tokensOf } from './chat-reply.ts';
import { parsedJson } from './extract-json.ts';
import type { Stop, StreamEvent, Tokens } from './provider.ts';
import { unreachable, unreadable } from './provider-failure.ts';
import { serverSentEvents } from './server-sent-events.ts';

/** The events of a streamed chat completion. One that ends without a reason to end was cut off. */
export async function* chatStream(
  response: Response,
): AsyncGenerator<StreamEvent, void, undefined> {
  let stop: Stop | undefined;
  let tokens: Tokens | undefined;
  try {
    for await (const data of serverSentEvents(response.body ?? empty())) {
      if (data === '[DONE]') break;
      const chunk = z.safeParse(ChatChunk, parsedJson(data));
      if (!chunk.success) {
        yield { type: 'failed', failure: unreadable('no chunk of a chat completion') };
        return;
      }
      const [choice] = chunk.data.choices;
      if (choice?.delta.content) yield { type: 'text', text: choice.delta.content };
      if (choice?.finish_reason) stop = stopOf(choice.finish_reason);
      tokens = tokensOf(chunk.data.usage) ?? tokens;
    }
  } catch (error) {
    yield { type: 'failed', failure: unreachable(error) };
    return;
  }
  yield stop === undefined
    ? { type: 'failed', failure: unreadable('cut off') }
    : { type: 'end', stop, tokens };
}

async function* empty(): AsyncGenerator<Uint8Array> {}
