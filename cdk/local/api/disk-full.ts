import type { ServerResponse } from 'node:http';

/** Seconds: somebody has to make room. */
const RETRY_AFTER = 60;

/** Answers a change that a full disk has no room for. On AWS no disk of ours can be full. */
export function refuseFull(response: ServerResponse, requestId: string, url = '/'): void {
  const [instance] = url.split('?');
  const problem = {
    type: 'urn:foodsave:problem:disk-full',
    title: 'Insufficient Storage',
    status: 507,
    detail:
      'The disk is full, so nothing can be changed; reading works. Make room, then try again. / Dysk jest pełny, więc nic nie można zmienić; odczyt działa. Zwolnij miejsce i spróbuj ponownie.',
    instance,
    code: 'disk-full',
    requestId,
  };
  response
    .writeHead(problem.status, {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'retry-after': String(RETRY_AFTER),
      'x-request-id': requestId,
    })
    .end(JSON.stringify(problem));
}
