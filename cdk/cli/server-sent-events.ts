/** One event of a stream; `event` is empty where it has no name. */
export interface ServerEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: string;
}

/** The events of a text/event-stream body that have data, in order; comments are skipped. */
export async function* serverEvents(response: Response): AsyncGenerator<ServerEvent> {
  if (response.body === null) return;
  let pending = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (pending + chunk).split(/\r?\n\r?\n/);
    pending = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split(/\r?\n/);
      const data = valuesOf(lines, 'data');
      if (data.length === 0) continue;
      const event = valuesOf(lines, 'event').at(-1) ?? '';
      yield { event, id: valuesOf(lines, 'id').at(-1), data: data.join('\n') };
    }
  }
}

/** The `data:` of each event alone. */
export async function* eventData(response: Response): AsyncGenerator<string> {
  for await (const { data } of serverEvents(response)) yield data;
}

function valuesOf(lines: readonly string[], field: string): string[] {
  const name = `${field}:`;
  return lines
    .filter((line) => line.startsWith(name))
    .map((line) => line.slice(name.length).trimStart());
}
