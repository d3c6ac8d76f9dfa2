import * as z from 'zod/mini';
import { ServiceError } from '#cdk/local/http/service-error.ts';

const Numbers = z.array(z.number());

/** Makes the place after which the next page starts opaque to callers. */
export function writeToken(place: readonly number[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws ServiceError InvalidToken for one that no page was answered with */
export function readToken(token: string, size: number): number[] {
  const text = Buffer.from(token, 'base64url').toString();
  const place = Numbers.safeParse(parsed(text));
  if (place.success && place.data.length === size) return place.data;
  throw new ServiceError(400, 'InvalidToken', `Invalid Token: '${token}'`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
