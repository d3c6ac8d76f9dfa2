import { breaker } from '#shared/resilience/breaker.ts';
import type { BreakerStore } from '#shared/resilience/breaker-store.ts';
import { AgentName } from './contract/agent-name.ts';

/** The name under which instances share whether an agent is left alone. */
export function agentBreaker(agent: AgentName): string {
  return `agents/${agent}`;
}

/** The breakers of agents that are not closed, each with its state: `agents/chef: open`. */
export async function agentsLeftAlone(store: BreakerStore): Promise<string[]> {
  const states = await Promise.all(
    AgentName.options.map(async (agent) => {
      const name = agentBreaker(agent);
      return { name, state: await breaker(name, store).state() };
    }),
  );
  return states
    .filter(({ state }) => state !== 'closed')
    .map(({ name, state }) => `${name}: ${state}`);
}
