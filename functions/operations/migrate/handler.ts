import { migrateDatabase } from '#shared/database/migrate-database.ts';
import { operation } from '#shared/entry/operation.ts';

/** Brings the database up to date; runs at each deployment and each local start. */
export const handler = operation(migrateDatabase);
