import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { builtAppFolder } from '../e2e/harness/app-folder.ts';
import { type PrintedInvitation, parseInvitations } from '../e2e/harness/printed-invitation.ts';

/** Is the built server as a process that a test may kill. */
export interface ServerProcess {
  readonly origin: string;
  readonly pid: number;
  /** From the start of the process until it took requests. */
  readonly startedInMs: number;
  readonly invitations: readonly PrintedInvitation[];
  /** Ends it without a word: no handler of its own runs. */
  readonly kill: () => Promise<void>;
  /** Ends it as an operator does; resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Resolves with the exit code when it ends of itself. */
  readonly ended: Promise<number | null>;
  readonly complaints: () => string;
}

export interface ServerProcessOptions {
  /** How many invitations are waited for. */
  readonly invitationCount?: number;
  readonly isDemo?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** A program that runs the server and watches it, with its arguments. */
  readonly under?: readonly string[];
}

const running = new Set<ChildProcess>();
// A test that breaks off must not leave its server behind.
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

const openLine = /is open at (\S+)\n/;

/** Starts the built server on a free port and waits until it takes requests. */
export const startServerProcess = async (
  dataFolder: string,
  options: ServerProcessOptions = {},
): Promise<ServerProcess> => {
  const startedAt = performance.now();
  const { child, complaints } = await launch(dataFolder, options);
  const printed = await readUntilOpen(child, options.invitationCount ?? 0).catch(() => {
    throw new Error(`the server ended before it was open: ${complaints()}`);
  });
  const startedInMs = performance.now() - startedAt;
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    origin: openLine.exec(printed)?.[1] ?? '',
    pid: child.pid ?? 0,
    startedInMs,
    invitations: parseInvitations(printed),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    ended,
    complaints,
  };
};

/** Kills the server while it is still starting: migrations, checks and recovery are torn as well. */
export const killWhileStarting = async (dataFolder: string, afterMs: number): Promise<void> => {
  const { child } = await launch(dataFolder, {});
  const ended = once(child, 'exit');
  setTimeout(() => child.kill('SIGKILL'), afterMs);
  await ended;
};

const launch = async (dataFolder: string, { isDemo = false, env = {}, under = [] }: ServerProcessOptions) => {
  const program = join(await builtAppFolder(), 'dist/server/main.js');
  const [command = process.execPath, ...args] = [...under, process.execPath, program, ...(isDemo ? ['--demo'] : [])];
  const child = spawn(command, args, {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', DATA_DIR: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  return { child, complaints: () => said };
};

const readUntilOpen = async (
  child: Awaited<ReturnType<typeof launch>>['child'],
  invitationCount: number,
): Promise<string> => {
  let printed = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += chunk;
    if (openLine.test(printed) && parseInvitations(printed).length >= invitationCount) {
      child.stdout.resume();
      return printed;
    }
  }
  throw new Error(printed);
};
