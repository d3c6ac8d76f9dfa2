/**
 * Who may answer a message: the agents, pantry talk (which has no agent of its own), and `none` for
 * what nobody here does. The order is that of the shipped weights.
 */
export const ROUTE_LABELS = [
  'chef',
  'pantry',
  'meal-planner',
  'ocr',
  'search',
  'rag',
  'weather',
  'conversation',
  'none',
] as const;

export type RouteLabel = (typeof ROUTE_LABELS)[number];

export const MESSAGE_LANGUAGES = ['pl', 'en'] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];
