import type { Message } from '#shared/errors/user-error.ts';

/** What may be told, by type; `data` of a delivery is of these. */
export interface NotificationData {
  readonly 'alert.fired': AlertData;
  readonly 'alert.recovered': AlertData;
  readonly 'lots.expiring': ExpiringData;
  readonly 'receipt.ready': {
    readonly uploadId: string;
    readonly receiptId: string;
    readonly status: 'done' | 'needs-review';
  };
  readonly 'plan.ready': { readonly planId: string; readonly from: string; readonly days: number };
}

export type NotificationType = keyof NotificationData;

interface AlertData {
  readonly alertId: string;
  readonly alarm: string;
  readonly title: Message;
  readonly reason: string;
  readonly at: string;
}

export interface ExpiringLot {
  readonly lotId: string;
  readonly name: string;
  /** Day of the household: `2026-11-30`. */
  readonly date: string;
  readonly kind: 'best-before' | 'use-by';
}

interface ExpiringData {
  readonly day: string;
  readonly lots: readonly ExpiringLot[];
}
