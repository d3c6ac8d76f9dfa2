import { startDatabase } from '#cdk/local/database.ts';
import {
  DATABASE_CLUSTER,
  DATABASE_INSTANCE,
  DATABASE_PROXY,
  DATABASE_PROXY_TARGETS,
} from '#cdk/local/resources/databases.ts';
import type { Part } from './part.ts';

export const database: Part = {
  types: [DATABASE_CLUSTER, DATABASE_INSTANCE, DATABASE_PROXY, DATABASE_PROXY_TARGETS],
  port: 'database',
  async start({ options, stack, port, need }) {
    const server = await startDatabase(options, port('database'), need('secrets'), stack);
    return { databaseFailure: server.broken, close: () => server.close() };
  },
};
