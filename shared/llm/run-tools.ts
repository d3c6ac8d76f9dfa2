import { ask } from './ask.ts';
import type { Caller } from './caller.ts';
import { wholeText } from './checked-answer.ts';
import { type Asking, plus } from './in-order.ts';
import type { Answer, ToolsValue } from './language-model.ts';
import type { TextPrompt, Usage } from './model.ts';
import { textRequest } from './model-request.ts';
import type { Message, Provider, ToolCall, ToolResult } from './providers/provider.ts';
import type { Tool } from './tool.ts';
import { newFence } from './untrusted.ts';

/** Requests to the model for one answer. */
const MAX_ROUNDS = 5;
/** Tools that are run for one answer; a model that asks for more is told so. */
const MAX_CALLS = 8;

/**
 * Lets a model look things up, so often and no more, until it has an answer. Only what is offered here is
 * ever run. Results go back fenced: they may hold text of strangers.
 */
export async function runTools<Proposal>(
  providers: readonly Provider[],
  prompt: TextPrompt,
  tools: readonly Tool<Proposal>[],
  caller: Caller,
  asking: Asking,
): Promise<Answer<ToolsValue<Proposal>>> {
  const fence = newFence();
  const first = textRequest(prompt, fence);
  const system = `${prompt.system}\n\n${fence.rule}`;
  const specs = tools.map(({ spec }) => spec);
  const messages: Message[] = [...first.messages];
  const proposals: Proposal[] = [];
  const called: string[] = [];
  let usage: Usage | null = null;

  async function run({ id, name, input }: ToolCall): Promise<ToolResult> {
    const tool = tools.find(({ spec }) => spec.name === name);
    if (tool === undefined) return { id, text: 'Not done: there is no such tool.' };
    if (called.length >= MAX_CALLS) return { id, text: 'Not done: answer with what you have.' };
    called.push(name);
    const taken = await tool.take(input, caller.signal);
    if (taken.proposal !== undefined) proposals.push(taken.proposal);
    return { id, text: fence.wrap({ label: `result of ${name}`, text: taken.text }) };
  }

  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const request = { ...first, system, messages: [...messages], tools: specs };
    const reply = await ask(providers, request, caller, asking, (whole) => {
      if (whole.calls.length > 0) return { ok: true, value: whole };
      const text = wholeText(whole);
      return text.ok ? { ok: true, value: whole } : text;
    });
    usage = plus(usage, reply.usage);
    if (!reply.ok) return { ...reply, usage };
    const { text, calls } = reply.value;
    if (calls.length === 0) {
      return { ok: true, value: { text, proposals, called }, usage: usage ?? reply.usage };
    }
    messages.push({ role: 'assistant', text, calls });
    const results: ToolResult[] = [];
    for (const call of calls) results.push(await run(call));
    messages.push({ role: 'tools', results });
  }
  const detail = `no answer in ${MAX_ROUNDS} rounds of tools`;
  return { ok: false, unavailable: 'invalid', detail, usage };
}
