/** Characters of one event; a piece of text has some hundred. */
const MAX_EVENT = 1_000_000;

/**
 * The data of each event of a `text/event-stream`, in whatever pieces its bytes arrive.
 * @throws when an event is longer than any can be, or the connection fails
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export async function* serverSentEvents(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  for await (const bytes of body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '' && data.length > 0) {
        yield data.join('\n');
        data = [];
      } else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
    }
    if (rest.length + data.reduce((sum, one) => sum + one.length, 0) > MAX_EVENT) {
      throw new Error('An event is too long');
    }
  }
}
