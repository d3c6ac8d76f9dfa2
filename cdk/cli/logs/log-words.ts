/** What the terminal says around log lines; the lines themselves are English, as the functions write them. */
export const LOG_WORDS = {
  pl: {
    usage: `npm run logs -- [opcje]: pokazuje, co wypisują funkcje, i czeka na więcej; Ctrl-C kończy

  --function=NAZWA   tylko funkcje z tym w nazwie: chat, receipt
  --level=warn       od tego poziomu: debug, info, warn, error
  --request=ID       tylko jedno żądanie (nagłówek X-Request-Id odpowiedzi)
  --since=10m        od tylu sekund, minut, godzin lub dni (30s, 10m, 2h, 1d) albo od 2026-11-28T20:00;
                     bez tego ostatnie 20 linii`,
    unknown: (given: string) => `Nie znam „${given}”.`,
    empty: (option: string) => `${option} potrzebuje wartości.`,
    badLevel: (given: string) => `--level to debug, info, warn albo error, nie „${given}”.`,
    badRequest: (given: string) =>
      `--request to identyfikator z 8 do 64 liter, cyfr, - i _, nie „${given}”.`,
    badSince: (given: string) =>
      `--since to czas jak 30s, 10m, 2h, 1d albo 2026-11-28T20:00, nie „${given}”.`,
    none: (path: string) => `Nie ma jeszcze żadnych logów: npm start zapisuje je w ${path}.`,
    idle: (path: string) =>
      `Nic teraz nie działa. Logi są w ${path} (starsze w functions.log.1 obok).`,
  },
  en: {
    usage: `npm run logs -- [options]: shows what the functions print, and waits for more; Ctrl-C ends

  --function=NAME    only functions with this in their name: chat, receipt
  --level=warn       from this level on: debug, info, warn, error
  --request=ID       one request alone (the header X-Request-Id of its reply)
  --since=10m        of so many seconds, minutes, hours or days (30s, 10m, 2h, 1d), or since
                     2026-11-28T20:00; without it the last 20 lines`,
    unknown: (given: string) => `There is no “${given}”.`,
    empty: (option: string) => `${option} needs a value.`,
    badLevel: (given: string) => `--level is debug, info, warn or error, not “${given}”.`,
    badRequest: (given: string) =>
      `--request is an id of 8 to 64 letters, digits, - and _, not “${given}”.`,
    badSince: (given: string) =>
      `--since is a time like 30s, 10m, 2h, 1d or 2026-11-28T20:00, not “${given}”.`,
    none: (path: string) => `There are no logs yet: npm start keeps them in ${path}.`,
    idle: (path: string) =>
      `Nothing runs now. The logs are in ${path} (older ones in functions.log.1 beside it).`,
  },
} as const;
