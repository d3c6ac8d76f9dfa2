import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { changeOwnProfile, readOwnProfile } from '#shared/profiles/own-profile.ts';
import { profileRoutes } from '#shared/profiles/profile-routes.ts';
import { etag } from '#shared/versions/if-match.ts';

export const handler = endpoint(profileRoutes, {
  readProfile: async ({ household }) => {
    const { profile, version } = await readOwnProfile(household);
    return reply(200, profile, { etag: etag(version) });
  },
  changeProfile: async (request) => {
    const { profile, version } = await changeOwnProfile(request, request.body);
    return reply(200, profile, { etag: etag(version) });
  },
});
