import type { Locale } from '#shared/context/locale.ts';
import { withoutMarkup } from '#shared/language/without-markup.ts';
import { noticeText } from '#shared/notices/notice-text.ts';
import type { ReadProposal } from '#shared/proposals/proposal-kind.ts';
import { readProposal } from '#shared/proposals/proposal-kinds.ts';
import { harmedDiners } from '#shared/restrictions/session-diners.ts';
import type { BuiltAgent } from '../agents/agent-table.ts';
import { AgentEvent } from '../contract/agent-event.ts';
import type { AnswerGate } from './answer-gate.ts';
import { SentenceCutter } from './cut-sentences.ts';
import { GatedDishes } from './gated-dishes.ts';

type Passing = Exclude<AgentEvent, { type: 'token' | 'notice' | 'dish' | 'data' | 'proposal' }>;

/** What of an agent's answer may be shown or kept: text that was read, data and proposals that harm nobody. */
export type GatedEvent =
  | Passing
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'data'; readonly data: ReturnType<BuiltAgent['readData']> }
  | { readonly type: 'proposal'; readonly proposal: ReadProposal; readonly replaces: boolean };

/**
 * The only way from an agent to a person. Every sentence is read for everybody who eats before it is
 * shown; one that offers what somebody must not have gives way to a sentence of ours that says what
 * was withheld, for whom and why. So are dishes in its data, what it cites and what it proposes.
 * @param events of the agent, not yet validated
 */
export async function* gatedAnswer(
  events: AsyncIterable<unknown>,
  agent: BuiltAgent,
  gate: AnswerGate,
  locale: Locale,
): AsyncGenerator<GatedEvent> {
  const text = new GatedText(gate, locale);
  const dishes = new GatedDishes(gate);
  for await (const given of events) {
    const event = AgentEvent.parse(given);
    switch (event.type) {
      case 'token':
        yield* shown(text.add(event.text));
        break;
      case 'notice':
        yield* shown([...text.end(), ...text.line(noticeText(event.notice, locale))]);
        break;
      case 'dish': {
        const withheld = dishes.withheld(event.recipe);
        const said = withheld === null ? dishText(event, gate) : noticeText(withheld, locale);
        yield* shown([...text.end(), ...text.line(said)]);
        break;
      }
      case 'data':
        yield { type: 'data', data: agent.readData(event.data, (offered) => dishes.harm(offered)) };
        break;
      case 'citation': {
        const { title, quote = '' } = event.citation;
        if (gate.withheld(`${title}\n${quote}`) === null) yield event;
        break;
      }
      case 'proposal': {
        // What is proposed holds the dishes that were told.
        if (dishes.anyWithheld) break;
        const proposal = readProposal(event.proposal);
        const withheld = proposal.dish && gate.withheld(proposal.dish);
        if (withheld !== null) {
          yield* shown([...text.end(), ...text.line(noticeText(withheld, locale))]);
          break;
        }
        yield { type: 'proposal', proposal, replaces: event.replaces ?? false };
        if (proposal.isSaid) yield* shown([...text.end(), ...text.line(proposal.summary(locale))]);
        break;
      }
      case 'restrictions':
        gate.alsoFor(harmedDiners(event.restrictions, locale));
        yield event;
        break;
      default:
        yield event;
    }
  }
  yield* shown(text.end());
}

function* shown(pieces: readonly string[]): Generator<GatedEvent> {
  for (const text of pieces) yield { type: 'text', text };
}

/** What stands around the title is words like any others. */
function dishText(
  { before, recipe: { title }, remarks }: Extract<AgentEvent, { type: 'dish' }>,
  gate: AnswerGate,
): string {
  const [label = ''] = harmless([before], gate);
  const said = harmless(remarks, gate);
  return `${label}${title}${said.length === 0 ? '' : ` (${said.join('; ')})`}`;
}

function harmless(words: readonly string[], gate: AnswerGate): string[] {
  return words.filter((one) => gate.withheld(one) === null);
}

/** The text of an answer: what the agent wrote, sentence by sentence, and lines of ours between. */
class GatedText {
  readonly #gate: AnswerGate;
  readonly #locale: Locale;
  readonly #sentences = new SentenceCutter();
  readonly #saidWhy = new Set<string>();
  /** What stands between the last thing shown and the next; null before the first. */
  #gap: string | null = null;

  constructor(gate: AnswerGate, locale: Locale) {
    this.#gate = gate;
    this.#locale = locale;
  }

  add(piece: string): string[] {
    return this.#sentences.add(piece).flatMap((sentence) => this.#read(sentence));
  }

  end(): string[] {
    return this.#sentences.end().flatMap((sentence) => this.#read(sentence));
  }

  /** A line of ours. */
  line(text: string): string[] {
    if (text === '') return [];
    const before = this.#gap === null ? '' : '\n';
    this.#gap = '\n';
    return [`${before}${withoutMarkup(text)}`];
  }

  #read(sentence: string): string[] {
    const words = sentence.trimEnd();
    if (words === '') return [];
    const withheld = this.#gate.withheld(words);
    if (withheld !== null) {
      // Once for each reason: a recipe names its milk in every second step.
      const why = noticeText(withheld, this.#locale);
      if (this.#saidWhy.has(why)) return [];
      this.#saidWhy.add(why);
      return this.line(why);
    }
    const before = this.#gap ?? '';
    this.#gap = sentence.slice(words.length);
    return [`${before}${withoutMarkup(words)}`];
  }
}
