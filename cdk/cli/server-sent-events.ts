/** Yields the `data:` of each event of a text/event-stream body, in order; comments are skipped. */
export async function* eventData(response: Response): AsyncGenerator<string> {
  if (response.body === null) return;
  let pending = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (pending + chunk).split(/\r?\n\r?\n/);
    pending = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split(/\r?\n/).filter((line) => line.startsWith('data:'));
      if (lines.length > 0) yield lines.map((line) => line.slice(5).trimStart()).join('\n');
    }
  }
}
