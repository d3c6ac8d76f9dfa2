import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';
import { ENV } from '#shared/env.ts';
import { currentRequestId } from './invocation-trace.ts';

type FormattedError = ReturnType<LogFormatter['formatError']>;

/** The library's format, but errors are reduced to fields that cannot hold personal data. */
class SafeLogFormatter extends LogFormatter {
  override formatAttributes(about: UnformattedAttributes, more: LogAttributes): LogItem {
    const attributes = {
      level: about.logLevel,
      message: about.message,
      timestamp: this.formatTimestamp(about.timestamp),
      service: about.serviceName,
      xray_trace_id: about.xRayTraceId,
      requestId: currentRequestId(),
    };
    return new LogItem({ attributes }).addAttributes(more);
  }

  /** Errors of the database carry the failing row in `detail`, those of fetch a whole request. */
  override formatError(error: Error): FormattedError {
    const { name, location, message, stack, cause } = super.formatError(error);
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    return { name, location, message, stack, cause, ...(code !== undefined && { code }) };
  }
}

/** The log of this function: one JSON line per call. Never pass it a body, a token or a key. */
export const log = new Logger({
  serviceName: process.env[ENV.functionName] ?? 'foodsave',
  logFormatter: new SafeLogFormatter(),
});
