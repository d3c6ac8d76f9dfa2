import { increment, observe } from '#shared/telemetry/record.ts';
import type { AgentName } from './contract/agent-name.ts';

type Outcome = 'answered' | 'failed' | 'abandoned' | 'refused';

/** Measures one question to an agent from now on; its first end counts. */
export function measureAgent(agent: AgentName): { ended(outcome: Outcome): void } {
  const startedAt = performance.now();
  let hasEnded = false;
  return {
    ended(outcome) {
      if (hasEnded) return;
      hasEnded = true;
      increment('agent_requests_total', { agent, outcome });
      if (outcome === 'refused') return;
      observe('agent_duration_seconds', { agent }, (performance.now() - startedAt) / 1000);
    },
  };
}
