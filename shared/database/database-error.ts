import { isServiceAway, ServiceAway } from '#shared/errors/service-away.ts';
import { noteSilence } from '#shared/waiting/wait-limit.ts';

/** What `pg` says when a limit of ours ran out: of connecting, of the pool, of a statement. */
const SILENCE =
  /^(Query read timeout|timeout expired|timeout exceeded when trying to connect|Connection terminated due to connection timeout)$/;

/** What `pg` says of a connection that broke, or on which something else than Postgres answers. */
const BROKEN =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|received invalid response|Unknown .{1,40} message type|There was an error establishing an SSL connection|The server does not support SSL)/;

/** Of Node's sockets and resolver. */
const NETWORK = /^(E(CONN|HOST|NET|PIPE|TIMEDOUT|AI_|NOTFOUND)|ERR_SSL)/;

/**
 * Classes of SQLSTATE by which a server says that it cannot: lost connections (08), connections, memory
 * or disk that are exhausted (53), a statement that was ended or a server that shuts down (57), a failure
 * of its system (58). And 55P03: a lock that was not free in time.
 */
const CANNOT = /^(08|53|57|58|55P03)/;

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Whether the error is an answer of a server, after which the connection still works. */
function isAnswer(error: Error): boolean {
  return 'severity' in error && typeof error.severity === 'string';
}

/** Whether a limit ran out without a word of the server. */
export function isSilence(error: unknown): boolean {
  return error instanceof Error && !isAnswer(error) && SILENCE.test(error.message);
}

/** Whether nothing more may be sent over the connection that gave this error. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error) || isAnswer(error)) return false;
  return SILENCE.test(error.message) || BROKEN.test(error.message) || NETWORK.test(codeOf(error));
}

/** The error of a transaction as the rest of the system knows it: ServiceAway where the database is. */
export function databaseError(error: unknown): unknown {
  if (!(error instanceof Error) || isServiceAway(error)) return error;
  if (isSilence(error)) noteSilence('database');
  const cannot = isAnswer(error) && CANNOT.test(codeOf(error));
  return cannot || isConnectionLost(error) ? new ServiceAway('database', error) : error;
}
