import type { Result } from '@lianxin/domain';

/** Prints a line for whoever typed the command. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs a command to its end: its last lines on success, the reason and exit code 1 otherwise. */
export const runCommand = async (work: () => Promise<Result<readonly string[], string>>): Promise<void> => {
  try {
    const done = await work();
    if (done.ok) for (const line of done.value) print(line);
    else fail(done.error);
  } catch (cause) {
    fail(cause instanceof Error ? cause.message : String(cause));
  }
};

const fail = (message: string): void => {
  console.error(message);
  process.exitCode = 1;
};
