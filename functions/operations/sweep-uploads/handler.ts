import { operation } from '#shared/entry/operation.ts';
import { sweepUploads } from '#shared/uploads/sweep-uploads.ts';

/** Goes on with uploads that a crash left standing, or ends them with a reason. */
export const handler = operation(() => sweepUploads());
