import { countModelCall } from '#shared/telemetry/invocation-trace.ts';
import { tracedEvents, tracedStep } from '#shared/telemetry/trace.ts';
import type { Provider } from './provider.ts';

/** A provider whose every request shows in the trace, by the name of the model and with its time alone. */
export function tracedProvider(provider: Provider): Provider {
  const name = `model ${provider.id}`;
  return {
    ...provider,
    async ask(request, signal) {
      const startedAt = performance.now();
      try {
        return await tracedStep(name, () => provider.ask(request, signal));
      } finally {
        countModelCall(performance.now() - startedAt);
      }
    },
    stream: (request, signal) =>
      tracedEvents(name, provider.stream(request, signal), countModelCall),
  };
}
