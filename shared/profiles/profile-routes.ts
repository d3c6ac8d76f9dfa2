import { defineRoutes } from '#shared/entry/routes.ts';
import { Profile, ProfileChange } from './profile.ts';

export const profileRoutes = defineRoutes('profile', {
  readProfile: {
    method: 'GET',
    path: '/api/v2/profile',
    scope: 'read',
    summary: 'Who the caller is, in which household, and how they like things shown.',
    headers: { 200: ['etag'] },
    problems: { 404: ['not-found'] },
    replies: { 200: Profile },
  },
  changeProfile: {
    method: 'PATCH',
    path: '/api/v2/profile',
    scope: 'write',
    summary: 'Changes settings; needs If-Match with the ETag of the profile.',
    body: ProfileChange,
    headers: { 200: ['etag'] },
    problems: { 404: ['not-found'] },
    replies: { 200: Profile },
  },
});
