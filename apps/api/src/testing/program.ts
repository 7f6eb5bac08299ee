import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Is a program of the server in a process of its own, from its source. */
export interface Program {
  readonly process: ChildProcess;
  /** What it has said so far, line by line. */
  readonly lines: () => readonly string[];
  /** Resolves when it has ended; code null after a kill. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

const source = new URL('../', import.meta.url);

/** Starts a program by the address of its file, or by its path below apps/api/src. */
export const startProgram = (
  file: URL | string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Program => {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL(file, source)), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return {
    process: child,
    lines: () =>
      said
        .slice(0, said.lastIndexOf('\n') + 1)
        .split('\n')
        .filter((line) => line !== ''),
    ended: new Promise((resolve) => {
      child.once('close', (code) => resolve({ code, said }));
    }),
  };
};

/** Waits until something holds, for at most a minute. */
export const until = async (holds: () => boolean): Promise<void> => {
  const limit = performance.now() + 60_000;
  while (!holds()) {
    if (performance.now() > limit) throw new Error('waited a minute for nothing');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
