import type { ReadProposal } from '#shared/proposals/proposal-kind.ts';
import type { Restriction } from '#shared/statements/statement.ts';
import type { GatedEvent } from './gate/gated-answer.ts';
import type { Answer } from './reply/chat-reply.ts';

/** An answer as it comes together, event by event. */
export class AnswerDraft {
  readonly proposals: ReadProposal[] = [];
  /** Whether one of them takes the place of what is proposed already. */
  replaces = false;
  /** What people were found not to eat besides what the message says. */
  readonly restrictions: Restriction[] = [];
  state: unknown = null;
  #answer: Answer;

  constructor(intent: Answer['intent']) {
    this.#answer = {
      intent,
      text: '',
      citations: [],
      safety: null,
      degraded: false,
      usage: null,
    };
  }

  get answer(): Answer {
    return this.#answer;
  }

  add(event: GatedEvent): void {
    switch (event.type) {
      case 'text':
        this.#change({ text: this.#answer.text + event.text });
        break;
      case 'intent':
        this.#change({ intent: this.#intentOf(event.intent) });
        break;
      case 'data':
        this.#change({ data: { ...this.#answer.data, ...event.data } });
        break;
      case 'citation':
        this.#change({ citations: [...this.#answer.citations, event.citation] });
        break;
      case 'safety':
        this.#change({ safety: event.safety });
        break;
      case 'usage':
        this.#change({ usage: event.usage });
        break;
      case 'degraded':
        this.#change({ degraded: true, degradedReason: event.reason });
        break;
      case 'proposal':
        this.proposals.push(event.proposal);
        this.replaces ||= event.replaces;
        break;
      case 'restrictions':
        this.restrictions.push(...event.restrictions);
        break;
      case 'state':
        this.state = event.state;
        break;
    }
  }

  /** Takes back what an agent did not live to finish; what was shown of it stays. */
  withdraw(state: unknown): void {
    this.proposals.length = 0;
    this.restrictions.length = 0;
    this.replaces = false;
    this.state = state;
  }

  /** An agent knows better what was meant; that it was named stays true. */
  #intentOf({ name, confidence, source }: Answer['intent']): Answer['intent'] {
    const named = this.#answer.intent.source === 'user';
    return { name, confidence, source: named ? 'user' : source };
  }

  #change(part: Partial<Answer>): void {
    this.#answer = { ...this.#answer, ...part };
  }
}
