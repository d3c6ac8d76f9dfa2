// What several examples share, so that they tell of one household.

export const ID = {
  upload: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e01',
  batch: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e02',
  receipt: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e03',
  item: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e04',
  lot: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e05',
  booking: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e06',
  group: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e07',
  person: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e08',
  key: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e09',
  household: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e0a',
  user: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e0b',
  session: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e0c',
  turn: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e0d',
  proposal: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e0e',
  recipe: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e0f',
  meal: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e10',
  document: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e12',
  invitation: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e11',
  passage: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e13',
  request: '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e12',
};

export const BOUGHT_AT = '2026-11-24T10:15:00.000Z';

export const MILK = { id: 'milk-3-2', name: 'mleko 3,2%' };

/** `zloty('3.49')`. */
export function zloty(amount: string) {
  return { amount, currency: 'PLN' };
}
