import { type Service, ServiceAway } from '#shared/errors/service-away.ts';
import { noteSilence, waitMs, wasSilent } from './wait-limit.ts';

/**
 * Asks a service for as long as the invocation may wait.
 * @param ask ends when the signal is aborted
 * @param isAnswer tells errors that the service answered from those of one that is away
 * @throws ServiceAway, or the error that it answered
 */
export async function askService<T>(
  service: Service,
  ask: (signal: AbortSignal) => Promise<T>,
  isAnswer: (error: unknown) => boolean = () => false,
): Promise<T> {
  refuseIfSilent(service);
  const signal = AbortSignal.timeout(waitMs());
  try {
    return await ask(signal);
  } catch (error) {
    if (!signal.aborted && isAnswer(error)) throw error;
    if (signal.aborted) noteSilence(service);
    throw new ServiceAway(service, error);
  }
}

/** @throws ServiceAway at once, where the service was silent before in this invocation */
export function refuseIfSilent(service: Service): void {
  if (wasSilent(service)) throw new ServiceAway(service, new Error('It was silent before'));
}
