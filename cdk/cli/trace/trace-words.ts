/** What the terminal says around a trace; the names of functions and steps are those of the code. */
export const TRACE_WORDS = {
  pl: {
    usage: `npm run trace -- ID: co stało się z żądaniem, funkcja po funkcji, z czasami

  ID   z nagłówka X-Request-Id odpowiedzi, z pola requestId problemu albo z npm run logs
`,
    which: 'Którego żądania?',
    more: 'Jedno żądanie naraz.',
    badId: (given: string) =>
      `Identyfikator ma od 8 do 64 liter, cyfr, - i _, a nie jest to „${given}”.`,
    none: (path: string) => `Nie ma jeszcze żadnych logów: npm start zapisuje je w ${path}.`,
    unknown: (id: string, path: string) =>
      `O żądaniu ${id} nic nie ma w ${path} ani w starszym functions.log.1: nie było go, jest za stare albo jeszcze trwa.`,
    request: (id: string, at: string, took: string) => `Żądanie ${id} o ${at}: ${took}`,
    functions: (count: number) => `funkcji: ${count}`,
    queries: (count: number, took: string) => `SQL ${count}: ${took}`,
    models: (count: number, took: string) => `modele ${count}: ${took}`,
    waited: (took: string) => `w kolejce ${took}`,
    cold: 'zimny start',
    failed: 'BŁĄD',
    unfinished: 'przerwane',
    alsoSaid: (count: number, id: string) =>
      `Ostrzeżeń i błędów: ${count}. Pokazuje je npm run logs -- --level=warn --since=30d --request=${id}`,
  },
  en: {
    usage: `npm run trace -- ID: what became of a request, function by function, with times

  ID   of the header X-Request-Id of the reply, the requestId of a problem, or npm run logs
`,
    which: 'Which request?',
    more: 'One request at a time.',
    badId: (given: string) => `An id is 8 to 64 letters, digits, - and _, which “${given}” is not.`,
    none: (path: string) => `There are no logs yet: npm start keeps them in ${path}.`,
    unknown: (id: string, path: string) =>
      `Nothing is known of request ${id} in ${path} and the older functions.log.1: it never was, is too old, or still runs.`,
    request: (id: string, at: string, took: string) => `Request ${id} at ${at}: ${took}`,
    functions: (count: number) => (count === 1 ? '1 function' : `${count} functions`),
    queries: (count: number, took: string) => `SQL ${count}: ${took}`,
    models: (count: number, took: string) => `models ${count}: ${took}`,
    waited: (took: string) => `in the queue ${took}`,
    cold: 'cold start',
    failed: 'FAILED',
    unfinished: 'cut off',
    alsoSaid: (count: number, id: string) =>
      `Warnings and errors: ${count}. They are shown by npm run logs -- --level=warn --since=30d --request=${id}`,
  },
} as const;
export type TraceWords = (typeof TRACE_WORDS)['pl' | 'en'];
