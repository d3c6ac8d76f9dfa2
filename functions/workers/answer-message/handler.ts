import { answerNext } from '#shared/chat-queue/answer-next.ts';
import { ChatTicket } from '#shared/chat-queue/request-schema.ts';
import { streamFunction } from '#shared/clients/lambda.ts';
import * as redis from '#shared/clients/redis.ts';
import { consumer } from '#shared/entry/consumer.ts';
import { invokeAgents } from '#shared/orchestration/invoke-agent.ts';
import { sharedBreakers } from '#shared/resilience/shared-breakers.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';

const agents = invokeAgents(
  (name, request) => streamFunction('assistant', name, request),
  sharedBreakers(redis),
);

// Every answer passes the allergy gate: while the function starts, its processor is faster and free.
loadLexicon();

/** Answers one message that waits, for each ticket. */
export const handler = consumer(ChatTicket, ({ priority }) => answerNext(priority, agents));
