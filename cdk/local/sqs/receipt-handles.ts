import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { State } from '#cdk/local/state/state.ts';
import { sqsError } from './errors.ts';

/**
 * Makes receipt handles and knows its own again, those of earlier processes too: a handle is good for
 * one queue, and stays well formed after its message is gone.
 */
export class ReceiptHandles {
  readonly #key: Buffer;

  constructor(state: State) {
    state.database.exec('CREATE TABLE IF NOT EXISTS receipt_handle_key (key TEXT NOT NULL)');
    state.database
      .prepare(
        'INSERT INTO receipt_handle_key SELECT ? WHERE NOT EXISTS (SELECT 1 FROM receipt_handle_key)',
      )
      .run(randomBytes(32).toString('hex'));
    const row = state.database.prepare('SELECT key FROM receipt_handle_key').get();
    this.#key = Buffer.from(String(row?.key), 'hex');
  }

  /** A new handle for each time a message is received. */
  issue(queueName: string, messageId: string): string {
    const name = `${messageId}.${randomBytes(8).toString('hex')}`;
    return `${name}.${this.#sign(queueName, name)}`;
  }

  /** @returns the id of the message it was issued for @throws ServiceError ReceiptHandleIsInvalid */
  messageIdOf(queueName: string, handle: string): string {
    const [messageId = '', nonce = '', signature = ''] = handle.split('.');
    const expected = Buffer.from(this.#sign(queueName, `${messageId}.${nonce}`));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw sqsError(
        'ReceiptHandleIsInvalid',
        `The input receipt handle "${handle}" is not a valid receipt handle.`,
      );
    }
    return messageId;
  }

  #sign(queueName: string, name: string): string {
    return createHmac('sha256', this.#key).update(`${queueName}\0${name}`).digest('base64url');
  }
}
