import type { Route } from '#shared/entry/routes.ts';
import { alertExamples, notificationExamples } from './alerts.ts';
import { backupExamples } from './backup.ts';
import { calendarExamples } from './calendar.ts';
import { chatExamples } from './chat.ts';
import { documentExamples } from './documents.ts';
import type { Example } from './example.ts';
import { householdExamples } from './household.ts';
import { householdDataExamples } from './household-data.ts';
import { insightExamples } from './insights.ts';
import { knowledgeExamples } from './knowledge.ts';
import { mealPlanExamples } from './meal-plans.ts';
import { memberExamples } from './members.ts';
import { pantryExamples } from './pantry.ts';
import { productExamples } from './products.ts';
import { receiptExamples } from './receipts.ts';
import { recipeExamples } from './recipes.ts';
import { minimumStockExamples, shoppingExamples } from './shopping-lists.ts';
import { systemExamples } from './system.ts';
import { uploadExamples } from './upload.ts';
import { weatherExamples } from './weather.ts';

const EXAMPLES: Readonly<Record<string, Example>> = {
  ...uploadExamples,
  ...receiptExamples,
  ...pantryExamples,
  ...insightExamples,
  ...productExamples,
  ...recipeExamples,
  ...documentExamples,
  ...mealPlanExamples,
  ...shoppingExamples,
  ...minimumStockExamples,
  ...calendarExamples,
  ...chatExamples,
  ...knowledgeExamples,
  ...weatherExamples,
  ...householdExamples,
  ...memberExamples,
  ...householdDataExamples,
  ...backupExamples,
  ...alertExamples,
  ...notificationExamples,
  ...systemExamples,
};

export function exampleOf({ operationId }: Pick<Route, 'operationId'>): Example {
  return EXAMPLES[operationId] ?? {};
}
