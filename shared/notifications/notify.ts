import type { ClientBase } from 'pg';
import { enqueue } from '#shared/database/outbox.ts';
import { insertDelivery } from './delivery-store.ts';
import type { NotificationData, NotificationType } from './notification-types.ts';
import { selectTargets } from './target-store.ts';

export interface Notification<Type extends NotificationType> {
  /** Null: whoever operates the installation is told. */
  readonly householdId: string | null;
  readonly type: Type;
  /** The same event is told once. */
  readonly eventKey: string;
  readonly data: NotificationData[Type];
}

/**
 * Notes, in the transaction of what it is about, what every target is to be told, and puts it into the
 * outbox. Nothing happens where nobody wants to be told.
 */
export async function notify<Type extends NotificationType>(
  client: ClientBase,
  notification: Notification<Type>,
): Promise<void> {
  const { householdId } = notification;
  for (const { channel } of await selectTargets(client, householdId)) {
    const deliveryId = await insertDelivery(client, { ...notification, channel });
    if (deliveryId !== undefined) {
      await enqueue(client, 'delivery.due', { deliveryId, householdId });
    }
  }
}
