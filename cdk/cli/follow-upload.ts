import { CommandError } from '#cdk/command.ts';
import { Upload } from '#shared/uploads/upload.ts';
import { isFinal, type UploadStatus } from '#shared/uploads/upload-state.ts';
import type { Api } from './api.ts';
import { eventData } from './server-sent-events.ts';

const STEPS: Readonly<Record<UploadStatus, string>> = {
  'awaiting-file': 'waiting for the file',
  queued: 'uploaded, waiting for its turn',
  reading: 'reading the photograph',
  parsing: 'finding items and balancing sums',
  matching: 'matching products',
  saving: 'saving the receipt and the pantry',
  done: 'done',
  'needs-review': 'needs-review',
  failed: 'failed',
};

/** Follows an upload to its end, however many streams that takes; `show` gets the name of each step. */
export async function followUpload(
  api: Api,
  uploadId: string,
  show: (step: string) => void,
): Promise<Upload> {
  for (;;) {
    for await (const data of eventsOf(api, uploadId)) {
      const upload = Upload.parse(JSON.parse(data));
      show(stepOf(upload));
      if (isFinal(upload.status)) return upload;
    }
  }
}

function stepOf({ kind, status, pages }: Upload): string {
  if (kind === 'receipt') return STEPS[status];
  if (status === 'parsing') return 'parting it into passages';
  if (status !== 'reading') return STEPS[status];
  return `reading the document${pages === undefined ? '' : `, ${pages.read} of ${pages.of} pages`}`;
}

async function* eventsOf(api: Api, uploadId: string): AsyncGenerator<string> {
  const path = `/api/v2/upload/${uploadId}`;
  const stream = await api.fetch(path, { headers: { accept: 'text/event-stream' } });
  try {
    yield* eventData(stream);
  } catch (cause) {
    throw new CommandError(
      'The system stopped meanwhile. After the next npm start it goes on by itself; ' +
        'scan the same file again to see what it became.',
      { cause },
    );
  }
}
