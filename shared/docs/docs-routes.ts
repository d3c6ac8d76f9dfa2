import * as z from 'zod/mini';
import { content } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';

export const docsRoutes = defineRoutes('docs', {
  readDocument: {
    method: 'GET',
    path: '/openapi.json',
    scope: 'open',
    summary: 'This document.',
    replies: { 200: z.looseObject({ openapi: z.string() }) },
  },
  readViewer: {
    method: 'GET',
    path: '/docs',
    scope: 'open',
    summary: 'A page on which the API can be read and tried.',
    replies: { 200: content('text/html') },
  },
  readViewerFile: {
    method: 'GET',
    path: '/docs/{file}',
    scope: 'open',
    summary: 'A file of that page.',
    replies: { 200: content('text/css', 'text/javascript', 'image/png') },
  },
});
