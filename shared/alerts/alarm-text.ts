import type { Message } from '#shared/errors/user-error.ts';

/** What each alarm means, by its heading in docs/runbook.md. */
export const ALARM_TEXTS = {
  memory: {
    pl: 'Funkcja używa ponad 80 % swojej pamięci',
    en: 'A function uses more than 80 % of its memory',
  },
  processor: {
    pl: 'Funkcje używają ponad 90 % swoich procesorów',
    en: 'Functions use more than 90 % of their processors',
  },
  'function-errors': {
    pl: 'Funkcje zawiodły trzy razy w ciągu pięciu minut',
    en: 'Functions failed three times in five minutes',
  },
  throttles: {
    pl: 'Funkcje są odrzucane, bo brakuje wolnych wykonań',
    en: 'Functions are refused for want of free executions',
  },
  'slow-responses': {
    pl: 'Odpowiedzi trwają średnio ponad 2 s',
    en: 'Requests take more than 2 s on average',
  },
  errors: {
    pl: 'Więcej niż jedno żądanie na dwadzieścia kończy się błędem',
    en: 'More than one request in twenty fails',
  },
  'database-processor': {
    pl: 'Baza danych używa ponad 90 % swojego procesora',
    en: 'The database uses more than 90 % of its processor',
  },
  'database-memory': {
    pl: 'Baza danych używa ponad 80 % swojej pamięci',
    en: 'The database uses more than 80 % of its memory',
  },
  'database-connections': {
    pl: 'Funkcje nie mogą połączyć się z bazą danych',
    en: 'Functions do not reach the database',
  },
  'workflow-failures': {
    pl: 'Przetwarzanie nie powiodło się, zostało przerwane albo trwało za długo',
    en: 'A workflow failed, was ended or ran out of time',
  },
  'backup-failures': {
    pl: 'Kopia zapasowa, jej sprawdzenie albo odtworzenie nie powiodło się lub zostało przerwane',
    en: 'A backup, a check or a restore failed or was ended',
  },
  'outbox-parked': {
    pl: 'Wiadomości ze skrzynki nadawczej nie da się wysłać',
    en: 'A message of the outbox cannot be sent',
  },
  'no-verified-backup': {
    pl: 'Nie ma sprawdzonej kopii zapasowej z ostatnich 26 godzin',
    en: 'There is no verified backup of the last 26 hours',
  },
  'breaker-open': {
    pl: 'Usługa zewnętrzna zawodzi od ponad pięciu minut i nie jest pytana',
    en: 'A dependency has failed for more than five minutes and is left alone',
  },
} as const satisfies Record<string, Message>;

export type AlarmName = keyof typeof ALARM_TEXTS;

/** The heading under which warnings of AWS Budgets are kept: no alarm, and told like one. */
export const BUDGET = 'budget';
const BUDGET_TEXT: Message = {
  pl: 'Miesięczny budżet konta AWS się kończy albo skończy się przed końcem miesiąca',
  en: 'The month’s budget of the AWS account runs out, or will before the month ends',
};

const DEAD_LETTERS = 'dead-letters-';
const OLDEST_MESSAGE = 'oldest-message-';

/** The alarms of one queue; the queue's name is that of its construct. */
export function queueAlarms(
  queue: string,
): Readonly<Record<'deadLetters' | 'oldestMessage', QueueAlarm>> {
  return { deadLetters: `${DEAD_LETTERS}${queue}`, oldestMessage: `${OLDEST_MESSAGE}${queue}` };
}

export type QueueAlarm = `dead-letters-${string}` | `oldest-message-${string}`;

/** What an alarm means. One that this release does not know is told by its name. */
export function alarmText(alarm: string): Message {
  const known = Object.entries<Message>(ALARM_TEXTS).find(([name]) => name === alarm)?.[1];
  if (known !== undefined) return known;
  if (alarm === BUDGET) return BUDGET_TEXT;
  if (alarm.startsWith(DEAD_LETTERS)) {
    const queue = alarm.slice(DEAD_LETTERS.length);
    return {
      pl: `Wiadomości z kolejki ${queue} nie udało się obsłużyć`,
      en: `A message of ${queue} could not be worked off`,
    };
  }
  if (alarm.startsWith(OLDEST_MESSAGE)) {
    const queue = alarm.slice(OLDEST_MESSAGE.length);
    return {
      pl: `Wiadomość z kolejki ${queue} czeka od pół godziny`,
      en: `A message of ${queue} waits for half an hour`,
    };
  }
  return { pl: alarm, en: alarm };
}
