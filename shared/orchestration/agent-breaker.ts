import { breakerStates } from '#shared/resilience/breaker.ts';
import type { BreakerStore } from '#shared/resilience/breaker-store.ts';
import { AgentName } from './contract/agent-name.ts';

/** The name under which instances share whether an agent is left alone. */
export function agentBreaker(agent: AgentName): string {
  return `agents/${agent}`;
}

/** The breakers of agents that are not closed, each with its state: `agents/chef: open`. */
export async function agentsLeftAlone(store: BreakerStore): Promise<string[]> {
  const names = AgentName.options.map(agentBreaker);
  const states = await breakerStates(names, store);
  return names
    .map((name, index) => ({ name, state: states[index] }))
    .filter(({ state }) => state !== 'closed')
    .map(({ name, state }) => `${name}: ${state}`);
}
