import type { Route } from './compute/front-door.ts';

/** Stand-ins until the endpoints' own tables land; each is replaced by an import. */
function table(...lines: readonly string[]): Record<string, Route> {
  return Object.fromEntries(
    lines.map((line, index) => {
      const [method = '', path = '', scope = ''] = line.split(' ');
      return [`route${index}`, { method, path, scope }];
    }),
  );
}

export const pantryRoutes = table(
  'GET /api/v2/pantry read',
  'POST /api/v2/pantry write',
  'PATCH /api/v2/pantry/{lotId} write',
  'POST /api/v2/pantry/{lotId}/consume write',
  'POST /api/v2/pantry/{lotId}/waste write',
  'POST /api/v2/pantry/{lotId}/open write',
  'POST /api/v2/pantry/{lotId}/freeze write',
  'POST /api/v2/pantry/{lotId}/move write',
  'GET /api/v2/pantry/bookings read',
  'POST /api/v2/pantry/bookings/{bookingId}/undo write',
);
