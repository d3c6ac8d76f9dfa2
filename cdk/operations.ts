import type { FunctionTable } from './compute/function-entry.ts';

/** Maintenance: migrations, and recovery of what a crash left unfinished. */
export const OPERATIONS = {
  'operations/migrate': {
    size: { memoryMb: 512, timeoutSeconds: 600 },
    access: { database: 'migrate' },
  },
  'operations/sweep-uploads': {
    size: { memoryMb: 256, timeoutSeconds: 60 },
    access: { database: 'worker' },
    schedule: 'sweepUploads',
  },
  'operations/relay-outbox': {
    size: { memoryMb: 256, timeoutSeconds: 50 },
    access: { database: 'worker' },
    schedule: 'relayOutbox',
  },
  'operations/receive-alarms': {
    size: { memoryMb: 256, timeoutSeconds: 60 },
    access: { database: 'worker' },
  },
  'operations/remind-expiring': {
    size: { memoryMb: 256, timeoutSeconds: 60 },
    access: { database: 'worker' },
    schedule: 'remindExpiring',
  },
  'operations/keep-backups': {
    // Removes the files of old backups one list at a time.
    size: { memoryMb: 512, timeoutSeconds: 300 },
    access: {
      backups: ['read', 'write', 'remove'],
      backupWorkflow: 'start',
      restoreWorkflow: 'start',
    },
    schedule: 'keepBackups',
  },
} as const satisfies FunctionTable<'operations'>;
