import { content } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';

export const openapiRoutes = defineRoutes('openapi', {
  readDocument: {
    method: 'GET',
    path: '/openapi.json',
    scope: 'open',
    summary: 'This document.',
    replies: { 200: content('application/json') },
  },
});
