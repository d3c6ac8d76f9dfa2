import { agentBreaker } from '#shared/orchestration/agent-breaker.ts';
import { AgentName } from '#shared/orchestration/contract/agent-name.ts';
import { type BreakerState, breakerStates } from '#shared/resilience/breaker.ts';
import type { BreakerStore } from '#shared/resilience/breaker-store.ts';

const NUMBERS: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };

/** The states of the breakers of all agents and of those that were seen, as numbers. */
export async function breakerGauges(
  seen: readonly string[],
  store: BreakerStore,
): Promise<ReadonlyMap<string, number>> {
  const names = [...new Set([...AgentName.options.map(agentBreaker), ...seen])];
  const states = await breakerStates(names, store);
  return new Map(names.map((name, at) => [name, NUMBERS[states[at] ?? 'closed']]));
}
