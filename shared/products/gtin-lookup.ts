import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { ENV } from '#shared/env.ts';
import { UserError } from '#shared/errors/user-error.ts';
import type { fetchOutbound } from '#shared/outbound/outbound.ts';
import { log } from '#shared/telemetry/log.ts';
import { readAliases } from './alias-store.ts';
import { readGtin } from './gtin.ts';
import { readGtinAnswer, writeGtinAnswer } from './gtin-store.ts';
import { askOpenFoodFacts, type GtinAnswer } from './open-food-facts.ts';
import type { FoundGtin } from './product-schema.ts';
import { showInStore, showTradeItem } from './show-gtin.ts';

/**
 * What a scanned or typed barcode is. A shop's own number is read as far as it says something;
 * a trade number is asked for at Open Food Facts, where that is configured.
 * @throws UserError 400 for no barcode, 404 where it is unknown or lookups are off, 503 when the source does not answer
 */
export async function lookUpGtin(
  household: HouseholdContext,
  typed: string,
  locale: Locale,
  outbound: typeof fetchOutbound,
): Promise<FoundGtin> {
  const digits = typed.replaceAll(/[\s-]/g, '');
  const number = readGtin(digits);
  if (number === null) throw invalidGtin();
  if (number.kind === 'in-store') return showInStore(digits, number);
  const { gtin } = number;
  if (process.env[ENV.productLookup] !== 'openfoodfacts') throw lookupOff();
  const { known, aliases } = await withHousehold(household, async (client) => ({
    known: await readGtinAnswer(client, gtin),
    aliases: await readAliases(client),
  }));
  const answer =
    known?.answer ?? (known === undefined ? await fetchAndStore(household, gtin, outbound) : null);
  if (answer === null) throw unknownGtin();
  const fetchedAt = known?.fetchedAt ?? new Date();
  return showTradeItem(gtin, { answer, fetchedAt }, aliases, locale);
}

/** Asked outside of a transaction: nothing waits for other people's servers with a row locked. */
async function fetchAndStore(
  household: HouseholdContext,
  gtin: string,
  outbound: typeof fetchOutbound,
): Promise<GtinAnswer | null> {
  const answer = await askOpenFoodFacts(gtin, outbound);
  if (answer !== null && 'failed' in answer) {
    log.warn('Open Food Facts does not answer', { gtin, reason: answer.failed });
    throw lookupUnavailable();
  }
  await withHousehold(household, (client) => writeGtinAnswer(client, gtin, answer));
  return answer;
}

function invalidGtin(): UserError {
  return new UserError('bad-input', 'invalid-gtin', {
    pl: 'To nie jest kod kreskowy: nie zgadza się liczba cyfr albo cyfra kontrolna.',
    en: 'This is no barcode: its length or its check digit is wrong.',
  });
}

function unknownGtin(): UserError {
  const text = { pl: 'Nikt nie zna tego kodu.', en: 'Nobody knows this barcode.' };
  return new UserError('not-found', 'unknown-gtin', text);
}

function lookupOff(): UserError {
  return new UserError('not-found', 'lookup-off', {
    pl: 'Ta instalacja nie pyta nikogo o kody kreskowe.',
    en: 'This installation asks nobody for barcodes.',
  });
}

function lookupUnavailable(): UserError {
  const text = {
    pl: 'Open Food Facts nie odpowiada. Spróbuj za chwilę.',
    en: 'Open Food Facts does not answer. Try again in a moment.',
  };
  return new UserError('unavailable', 'lookup-away', text, { retryAfter: 60 });
}
