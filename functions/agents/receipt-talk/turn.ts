import type { ReceiptFact } from '#shared/notices/receipt-fact.ts';
import type { ReceiptTalkState } from '#shared/orchestration/agents/receipt-talk-state.ts';
import type { ProposalPayload } from '#shared/proposals/schemas/proposal-schemas.ts';
import type { ItemRow } from '#shared/receipts/records/receipt-store.ts';
import type { RecentReceipt } from '#shared/receipts/records/recent-store.ts';
import type { RecentUpload } from '#shared/uploads/recent-store.ts';

/** What a message comes to. */
export interface ReceiptTurn {
  readonly facts: readonly ReceiptFact[];
  /** The receipt that is talked about now, and the line of it. */
  readonly receipt?: RecentReceipt | undefined;
  readonly line?: ItemRow | undefined;
  readonly upload?: RecentUpload | undefined;
  readonly listed?: readonly RecentReceipt[];
  readonly proposal?: ProposalPayload | undefined;
  /** It says otherwise what is proposed already. */
  readonly replaces?: boolean;
  readonly corrected?: ReceiptTalkState['corrected'] | undefined;
  readonly asked?: ReceiptTalkState['asked'];
}
