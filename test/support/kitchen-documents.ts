import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { TestDatabase } from './database.ts';
import { savedDocument } from './saved-document.ts';

export const DESCALING =
  'Ekspres odkamieniaj co 200 kaw, używając 100 ml roztworu kwasku cytrynowego.';
export const WARRANTY = 'The warranty covers the pump for 36 months from the date of purchase.';

/** A manual and a letter. @returns ids of both */
export async function kitchenDocuments(
  database: TestDatabase,
  household: HouseholdContext,
): Promise<{ manual: string; letter: string }> {
  const manual = await savedDocument(database, household, 'Ekspres – instrukcja', 'pl', [
    { text: `Odkamienianie\n\n${DESCALING} Nie używaj octu.`, page: 12, headings: ['Konserwacja'] },
    { text: 'Mycie\n\nTackę ociekową myj codziennie ciepłą wodą.', page: 13 },
    { text: 'Młynek\n\nZiarna mieli się na stopniu 3. Młynka nie myj wodą.', page: 14 },
  ]);
  const letter = await savedDocument(database, household, 'Warranty letter', 'en', [
    { text: `Cover\n\n${WARRANTY} Filters are not covered.`, page: 1 },
    { text: 'Contact\n\nWrite to the service desk with your receipt.', page: 2 },
  ]);
  return { manual, letter };
}
