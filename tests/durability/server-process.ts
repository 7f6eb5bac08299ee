import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { builtAppFolder } from '../e2e/harness/app-folder.ts';
import { type PrintedInvitation, parseInvitations } from '../e2e/harness/printed-invitation.ts';

/** Is what a start took, in milliseconds. */
export interface StartCost {
  readonly clockMs: number;
  readonly processorMs: number;
}

/** Is the built server as a process that a test may kill. */
export interface ServerProcess {
  readonly origin: string;
  readonly pid: number;
  /** What it took until requests were taken: on the clock, and of the processor, which a busy machine does not lengthen. */
  readonly start: StartCost;
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
  const { child, startedAt, ended, complaints } = await launch(dataFolder, options);
  const printed = await readUntilOpen(child, options.invitationCount ?? 0).catch(() => {
    throw new Error(`the server ended before it was open: ${complaints()}`);
  });
  const clockMs = performance.now() - startedAt;
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    origin: openLine.exec(printed)?.[1] ?? '',
    pid: child.pid ?? 0,
    start: { clockMs, processorMs: processorMs(child.pid) ?? clockMs },
    invitations: parseInvitations(printed),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    ended,
    complaints,
  };
};

/** The processor time that a process has used; Linux counts it in hundredths of a second, elsewhere it is not known. */
const processorMs = (pid: number | undefined): number | undefined => {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const [user, system] = readFileSync(file, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? [];
  return (Number(user) + Number(system)) * 10;
};

/** Kills the server while it is still starting: migrations, checks and recovery are torn as well. */
export const killWhileStarting = async (dataFolder: string, afterMs: number): Promise<void> => {
  const { child, ended } = await launch(dataFolder, {});
  setTimeout(() => child.kill('SIGKILL'), afterMs);
  await ended;
};

let appFolder: Promise<string> | undefined;

const launch = async (dataFolder: string, { isDemo = false, env = {}, under = [] }: ServerProcessOptions) => {
  // Once for all starts: whether the build fits the sources is no part of how long a server takes.
  appFolder ??= builtAppFolder();
  const program = join(await appFolder, 'dist/server/main.js');
  const [command = process.execPath, ...args] = [...under, process.execPath, program, ...(isDemo ? ['--demo'] : [])];
  const startedAt = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', DATA_DIR: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  void ended.then(() => running.delete(child));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  return { child, startedAt, ended, complaints: () => said };
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
