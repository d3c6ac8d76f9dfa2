import { ServiceError } from '#cdk/local/http/service-error.ts';

/** A refusal of SQS, by the code that both of its protocols use. */
export function sqsError(code: string, message: string): ServiceError {
  return new ServiceError(400, code, message);
}

export function invalidValue(name: string, value: unknown, reason: string): ServiceError {
  const message = `Value ${String(value)} for parameter ${name} is invalid. Reason: ${reason}`;
  return sqsError('InvalidParameterValue', message);
}
