import { type Message, UserError, type UserErrorKind } from '#shared/errors/user-error.ts';

/** Why nothing was fetched. The first five are the address's fault, the others the server's. */
export type OutboundReason =
  | 'malformed-address'
  | 'scheme-refused'
  | 'credentials-refused'
  | 'port-refused'
  | 'address-refused'
  | 'too-many-redirects'
  | 'type-refused'
  | 'encoding-refused'
  | 'too-large'
  | 'timeout'
  | 'unreachable';

export interface OutboundFailure {
  readonly ok: false;
  readonly reason: OutboundReason;
  /** For the log; it may name the address, never a secret. */
  readonly detail: string;
}

export function failure(reason: OutboundReason, detail: string): OutboundFailure {
  return { ok: false, reason, detail };
}

const REFUSED: Message = {
  pl: 'Tego adresu nie wolno otworzyć.',
  en: 'This address may not be opened.',
};
const UNUSABLE: Message = {
  pl: 'Pod tym adresem jest coś, czego nie umiemy przeczytać.',
  en: 'What is at this address cannot be read.',
};
const NO_ANSWER: Message = {
  pl: 'Serwer pod tym adresem nie odpowiada. Spróbuj później.',
  en: 'The server at this address does not answer. Try again later.',
};

const USER_ERRORS: Readonly<Record<OutboundReason, readonly [UserErrorKind, Message]>> = {
  'malformed-address': ['bad-input', REFUSED],
  'scheme-refused': ['unprocessable', REFUSED],
  'credentials-refused': ['unprocessable', REFUSED],
  'port-refused': ['unprocessable', REFUSED],
  'address-refused': ['unprocessable', REFUSED],
  'too-many-redirects': ['unprocessable', UNUSABLE],
  'type-refused': ['unprocessable', UNUSABLE],
  'encoding-refused': ['unprocessable', UNUSABLE],
  'too-large': ['unprocessable', UNUSABLE],
  timeout: ['unavailable', NO_ANSWER],
  unreachable: ['unavailable', NO_ANSWER],
};

/** The codes of what {@link outboundError} makes, by kind. */
export function outboundCodes(kind: UserErrorKind): string[] {
  return Object.entries(USER_ERRORS)
    .filter(([, [its]]) => its === kind)
    .map(([reason]) => `outbound-${reason}`);
}

/** A failed fetch of an address that the user gave, as an error for the user. */
export function outboundError({ reason, detail }: OutboundFailure): UserError {
  const [kind, text] = USER_ERRORS[reason];
  return new UserError(kind, `outbound-${reason}`, text, { cause: new Error(detail) });
}
