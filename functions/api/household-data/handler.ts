import { presignGet } from '#shared/clients/s3.ts';
import { startWorkflow } from '#shared/clients/states.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { eraseHousehold } from '#shared/household-erasure/erase-household.ts';
import { erasureRoutes } from '#shared/household-erasure/erasure-routes.ts';
import { exportRoutes } from '#shared/household-export/export-routes.ts';
import { readExport, startExport } from '#shared/household-export/start-export.ts';

const deps = { start: startWorkflow, presignGet };

export const handler = endpoint(
  { ...exportRoutes, ...erasureRoutes },
  {
    exportHousehold: async ({ household, locale }) => {
      const started = await startExport(deps, household, locale);
      const location = `/api/v2/household/export/${started.exportId}`;
      return reply(202, started, { location });
    },
    readExport: async ({ household, params }) =>
      reply(200, await readExport(deps, household, params.exportId)),
    eraseHousehold: async ({ household, query }) =>
      reply(202, await eraseHousehold(startWorkflow, household, query.confirm)),
  },
);
