import { content } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';

export const docsRoutes = defineRoutes('docs', {
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
