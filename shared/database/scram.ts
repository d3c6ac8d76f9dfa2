import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

const ITERATIONS = 4096; // the default of Postgres

/**
 * The verifier Postgres keeps for a password, so that the password itself never travels in SQL
 * (where statement logs would keep it).
 * @see RFC 5803, and "SCRAM-SHA-256" in the documentation of pg_authid
 */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  // SASLprep leaves ASCII as it is; our generated passwords are ASCII.
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
