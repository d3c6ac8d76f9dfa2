/** A failure with a sentence for the person at the terminal, printed without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number = 1;
}

/** What was asked for makes no sense: exit code 2, as programs of Unix have it. */
export class UsageError extends CommandError {
  override readonly exitCode = 2;
}

/** Runs a command-line program: its CommandErrors are their own words alone, any other has its stack. */
export async function runCommand(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error);
    process.exitCode = error instanceof CommandError ? error.exitCode : 1;
  }
}
