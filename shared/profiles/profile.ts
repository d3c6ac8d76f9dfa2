import * as z from 'zod/mini';
import { GrantedScope, Role } from '#shared/context/household-context.ts';
import { isZone } from '#shared/dates/zone.ts';
import { words } from '#shared/schemas/words.ts';

/** A place on the map, for the weather. */
export const Place = z.strictObject({
  name: words(100),
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
});
export type Place = z.infer<typeof Place>;

const settings = {
  locale: z.enum(['pl', 'en']),
  /** IANA name; expiry and plan days are days in it. It belongs to the whole household. */
  zone: z
    .string()
    .check(
      z.maxLength(64),
      z.refine(isZone, 'Nieznana strefa czasowa. / Unknown time zone.'),
      z.meta({ format: 'iana-time-zone' }),
    ),
  units: z.enum(['metric', 'imperial']),
  defaultLocation: z.nullable(Place),
};

export const Profile = z.object({
  householdId: z.uuid(),
  userId: z.uuid(),
  role: Role,
  scopes: z.array(GrantedScope),
  ...settings,
});
export type Profile = z.infer<typeof Profile>;

/** Omitted fields stay unchanged. */
export const ProfileChange = z.partial(z.strictObject(settings));
export type ProfileChange = z.infer<typeof ProfileChange>;
