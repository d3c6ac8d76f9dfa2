import type { Message } from './user-error.ts';

/** What the system cannot answer without, as a person reads it when it is away. */
const TEXTS = {
  database: {
    pl: 'Baza danych nie odpowiada. Spróbuj za chwilę.',
    en: 'The database does not answer. Try again in a moment.',
  },
  storage: {
    pl: 'Magazyn plików nie odpowiada. Spróbuj za chwilę.',
    en: 'The storage of files does not answer. Try again in a moment.',
  },
  assistant: {
    pl: 'Asystent nie odpowiada. Spróbuj za chwilę.',
    en: 'The assistant does not answer. Try again in a moment.',
  },
} as const satisfies Record<string, Message>;

export type Service = keyof typeof TEXTS;

/** Seconds: as long as a restart or a failover takes at best. */
export const RETRY_AFTER = 5;

/**
 * A service that is refused, hangs, is too slow or answers nonsense. It is no fault of the request and
 * none of the code: HTTP answers 503, and a workflow or a queue tries again.
 */
export class ServiceAway extends Error {
  override readonly name = 'ServiceAway';
  readonly service: Service;
  /** `database-away` */
  readonly code: string;
  readonly text: Message;
  /** Seconds until it may be worth asking again. */
  readonly retryAfter: number;
  /** It is there, but has no room now or lacks another service: no reason to leave it alone. */
  readonly isBusy: boolean;

  constructor(
    service: Service,
    cause: unknown,
    { retryAfter = RETRY_AFTER, isBusy = false }: { retryAfter?: number; isBusy?: boolean } = {},
  ) {
    super(`${TEXTS[service].en} ${cause instanceof Error ? cause.message : ''}`.trim(), { cause });
    this.service = service;
    this.code = `${service}-away`;
    this.text = TEXTS[service];
    this.retryAfter = retryAfter;
    this.isBusy = isBusy;
  }
}

export function isServiceAway(error: unknown): error is ServiceAway {
  return error instanceof Error && error.name === 'ServiceAway' && 'service' in error;
}
