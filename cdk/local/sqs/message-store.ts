import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { State } from '#cdk/local/state/state.ts';
import { sqsError } from './errors.ts';
import type { MessageAttributes, ReceivedMessage } from './message.ts';
import { type QueueConfig, queueNameOf } from './queue-config.ts';
import { ReceiptHandles } from './receipt-handles.ts';

export interface Outgoing {
  readonly body: string;
  readonly attributes?: MessageAttributes;
  readonly delaySeconds?: number | undefined;
}

/**
 * The queues of the template and their messages, kept in the state file. All instants come from
 * the caller, so nothing here waits.
 */
export class MessageStore {
  readonly #state: State;
  readonly #queues: ReadonlyMap<string, QueueConfig>;
  readonly #handles: ReceiptHandles;
  /** Emits a queue's name when a message may have become visible. */
  readonly arrivals = new EventEmitter().setMaxListeners(0);

  constructor(state: State, queues: readonly QueueConfig[]) {
    this.#state = state;
    this.#queues = new Map(queues.map((queue) => [queue.name, queue]));
    this.#handles = new ReceiptHandles(state);
    for (const { redrive } of queues) if (redrive !== undefined) this.queue(redrive.deadLetterArn);
    state.database.exec(`
      CREATE TABLE IF NOT EXISTS message (
        id TEXT PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL,
        sent_at INTEGER NOT NULL, visible_at INTEGER NOT NULL, receive_count INTEGER NOT NULL DEFAULT 0,
        first_received_at INTEGER, receipt TEXT, in_process INTEGER NOT NULL DEFAULT 0
      );
      CREATE INDEX IF NOT EXISTS message_by_visibility ON message (queue, visible_at);
      -- The receivers of these died with the last process; no other can delete them.
      UPDATE message SET visible_at = 0, receipt = NULL, in_process = 0 WHERE in_process = 1;
    `);
  }

  /** @throws ServiceError QueueDoesNotExist */
  queue(arnUrlOrName: string): QueueConfig {
    const name = queueNameOf(arnUrlOrName);
    const queue = this.#queues.get(name);
    if (queue === undefined) {
      const message = `The specified queue does not exist: ${name}`;
      throw sqsError('AWS.SimpleQueueService.NonExistentQueue', message);
    }
    return queue;
  }

  names(): string[] {
    return [...this.#queues.keys()];
  }

  /** Stores a message and returns its id; inside `state.transaction` it is sent only if that commits. */
  send(queueName: string, message: Outgoing, now: number): string {
    const queue = this.queue(queueName);
    const id = randomUUID();
    const visibleAt = now + (message.delaySeconds ?? queue.delaySeconds) * 1000;
    this.#state.database
      .prepare(
        'INSERT INTO message (id, queue, body, attributes, sent_at, visible_at) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(id, queue.name, message.body, JSON.stringify(message.attributes ?? {}), now, visibleAt);
    this.arrivals.emit(queue.name);
    return id;
  }

  /**
   * Hands out up to `max` visible messages and hides them. One that was received too often goes to
   * the dead-letter queue instead.
   * @param inProcess the receiver lives in this process, so the message is free again when it dies
   */
  receive(
    queueName: string,
    options: { max: number; visibilitySeconds?: number | undefined; inProcess?: boolean },
    now: number,
  ): ReceivedMessage[] {
    const queue = this.queue(queueName);
    const hiddenUntil = now + (options.visibilitySeconds ?? queue.visibilitySeconds) * 1000;
    return this.#state.transaction(() => {
      this.#expire(queue, now);
      this.#redrive(queue, now);
      const visible = this.#state.database
        .prepare(
          'SELECT id FROM message WHERE queue = ? AND visible_at <= ? ORDER BY sent_at, rowid LIMIT ?',
        )
        .all(queue.name, now, options.max);
      const hide = this.#state.database.prepare(
        `UPDATE message SET visible_at = ?, receive_count = receive_count + 1, in_process = ?,
           first_received_at = coalesce(first_received_at, ?), receipt = ? WHERE id = ?
         RETURNING id, receipt, body, attributes, sent_at, first_received_at, receive_count`,
      );
      return visible.flatMap(({ id }) => {
        const handle = this.#handles.issue(queue.name, String(id));
        const inProcess = options.inProcess ? 1 : 0;
        return hide.all(hiddenUntil, inProcess, now, handle, String(id)).map(toReceived);
      });
    });
  }

  /**
   * Deleting twice, or with a handle that a later receive replaced, changes nothing.
   * @throws ServiceError ReceiptHandleIsInvalid
   */
  delete(queueName: string, receiptHandle: string): void {
    const { name } = this.queue(queueName);
    this.#handles.messageIdOf(name, receiptHandle);
    this.#state.database
      .prepare('DELETE FROM message WHERE queue = ? AND receipt = ?')
      .run(name, receiptHandle);
  }

  /** @throws ServiceError ReceiptHandleIsInvalid */
  changeVisibility(
    queueName: string,
    handle: string,
    seconds: number,
    now: number,
  ): 'changed' | 'not-in-flight' | 'gone' {
    const { name } = this.queue(queueName);
    const id = this.#handles.messageIdOf(name, handle);
    const { changes } = this.#state.database
      .prepare(
        'UPDATE message SET visible_at = ? WHERE queue = ? AND receipt = ? AND visible_at > ?',
      )
      .run(now + seconds * 1000, name, handle, now);
    if (changes === 0) {
      const row = this.#state.database
        .prepare('SELECT 1 FROM message WHERE queue = ? AND id = ?')
        .get(name, id);
      return row === undefined ? 'gone' : 'not-in-flight';
    }
    if (seconds === 0) this.arrivals.emit(name);
    return 'changed';
  }

  purge(queueName: string): void {
    this.#state.database
      .prepare('DELETE FROM message WHERE queue = ?')
      .run(this.queue(queueName).name);
  }

  counts(queueName: string, now: number): { visible: number; hidden: number; delayed: number } {
    const row = this.#state.database
      .prepare(
        `SELECT count(*) FILTER (WHERE visible_at <= ?1) AS visible,
                count(*) FILTER (WHERE visible_at > ?1 AND receive_count > 0) AS hidden,
                count(*) FILTER (WHERE visible_at > ?1 AND receive_count = 0) AS delayed
         FROM message WHERE queue = ?2`,
      )
      .get(now, this.queue(queueName).name);
    return {
      visible: Number(row?.visible),
      hidden: Number(row?.hidden),
      delayed: Number(row?.delayed),
    };
  }

  /** When the next hidden message of the queue comes back, if any is hidden. */
  nextVisibleAt(queueName: string): number | undefined {
    const row = this.#state.database
      .prepare('SELECT min(visible_at) AS at FROM message WHERE queue = ?')
      .get(this.queue(queueName).name);
    return typeof row?.at === 'number' ? row.at : undefined;
  }

  /** When the oldest message that is not deleted was sent, hidden ones included. */
  oldestSentAt(queueName: string): number | undefined {
    const row = this.#state.database
      .prepare('SELECT min(sent_at) AS at FROM message WHERE queue = ?')
      .get(this.queue(queueName).name);
    return typeof row?.at === 'number' ? row.at : undefined;
  }

  #expire(queue: QueueConfig, now: number): void {
    this.#state.database
      .prepare('DELETE FROM message WHERE queue = ? AND sent_at <= ?')
      .run(queue.name, now - queue.retentionSeconds * 1000);
  }

  #redrive(queue: QueueConfig, now: number): void {
    if (queue.redrive === undefined) return;
    const target = this.queue(queue.redrive.deadLetterArn).name;
    const { changes } = this.#state.database
      .prepare(
        `UPDATE message SET queue = ?, receive_count = 0, receipt = NULL, in_process = 0, visible_at = ?
         WHERE queue = ? AND visible_at <= ? AND receive_count >= ?`,
      )
      .run(target, now, queue.name, now, queue.redrive.maxReceiveCount);
    if (changes > 0) this.arrivals.emit(target);
  }
}

function toReceived(row: Record<string, unknown>): ReceivedMessage {
  return {
    messageId: String(row.id),
    receiptHandle: String(row.receipt),
    body: String(row.body),
    attributes: JSON.parse(String(row.attributes)),
    sentAt: Number(row.sent_at),
    firstReceivedAt: Number(row.first_received_at),
    receiveCount: Number(row.receive_count),
  };
}
