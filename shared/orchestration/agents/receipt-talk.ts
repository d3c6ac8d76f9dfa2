import * as z from 'zod/mini';
import { defineAgent } from './agent-entry.ts';
import { ReceiptTalkData } from './receipt-talk-data.ts';
import { ReceiptTalkState } from './receipt-talk-state.ts';

/** How far receipts are, what is on them, and what is wrong with them. */
export const receiptTalk = defineAgent({
  name: 'ocr',
  functionEnv: 'receiptTalkFunction',
  data: ReceiptTalkData,
  state: z.nullable(ReceiptTalkState),
  tellsRestrictions: false,
  // It offers nothing: what was bought was bought.
  withoutHarmful: (data) => data,
});
