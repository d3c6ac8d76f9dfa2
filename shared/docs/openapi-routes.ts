import * as z from 'zod/mini';
import { defineRoutes } from '#shared/entry/routes.ts';

export const openapiRoutes = defineRoutes('openapi', {
  readDocument: {
    method: 'GET',
    path: '/openapi.json',
    scope: 'open',
    summary: 'This document.',
    replies: { 200: z.looseObject({ openapi: z.string() }) },
  },
});
