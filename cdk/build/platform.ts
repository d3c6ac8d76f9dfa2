/** What native packages are chosen for, in npm's words. */
export interface Platform {
  readonly os: string;
  readonly cpu: string;
}

/** Where the OCR function runs on AWS: its native packages have no arm64 twin of every part. */
export const LAMBDA_PLATFORM: Platform = { os: 'linux', cpu: 'x64' };

/** This machine, unless `--for=lambda` asks for what is deployed. */
export function platformFromArguments(args: readonly string[]): Platform {
  return args.includes('--for=lambda')
    ? LAMBDA_PLATFORM
    : { os: process.platform, cpu: process.arch };
}
