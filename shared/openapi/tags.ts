/** The endpoints, for readers of the document. */
export const TAGS = [
  { name: 'upload', description: 'Receipts and documents on their way in.' },
  { name: 'receipts', description: 'What was read from them, to be looked through and confirmed.' },
  { name: 'receipt-images', description: 'Single lines as they were photographed.' },
  { name: 'pantry', description: 'What is in the house, and every change of it.' },
  { name: 'insights', description: 'What was spent, thrown away and paid over time.' },
  { name: 'products', description: 'Foods by name and by barcode.' },
  { name: 'recipes', description: 'Shipped recipes and the household’s own.' },
  {
    name: 'documents',
    description: 'Manuals, leaflets and letters that questions are answered from.',
  },
  { name: 'meal-plans', description: 'Days of meals that waste and cost least.' },
  { name: 'shopping-lists', description: 'What is to be bought, and was.' },
  { name: 'calendar', description: 'Feeds of planned meals and of expiry dates.' },
  {
    name: 'minimum-stock',
    description:
      'What is always to be at home; what is missing of it adds itself to the newest list.',
  },
  { name: 'chat', description: 'The assistant, and what it proposes.' },
  {
    name: 'rag',
    description: 'Answers from the household’s documents, and what they are found by.',
  },
  { name: 'forecast', description: 'The weather of a place, from Open-Meteo.' },
  { name: 'profile', description: 'Settings of the caller and the household.' },
  { name: 'household', description: 'Who eats here, and the keys of devices.' },
  { name: 'members', description: 'Who signs in to the household, and invitations to it.' },
  {
    name: 'household-data',
    description: 'What the household takes along, and its erasure.',
  },
  { name: 'backup', description: 'Backups of the whole installation, for whoever operates it.' },
  { name: 'usage', description: 'What the household used, and what is left of its budgets.' },
  { name: 'alerts', description: 'Alarms of the installation, for whoever operates it.' },
  { name: 'notifications', description: 'What a household is told, and where.' },
  { name: 'health', description: 'Whether the system works.' },
  { name: 'metrics', description: 'What Prometheus scrapes, for whoever operates it.' },
  { name: 'openapi', description: 'This document.' },
  { name: 'docs', description: 'The page on which it can be read and tried.' },
];
