/** A failure with a sentence for the person at the terminal, printed without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Runs a command-line program: its CommandErrors are one line, exit code 1. */
export async function runCommand(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error);
    process.exitCode = 1;
  }
}
