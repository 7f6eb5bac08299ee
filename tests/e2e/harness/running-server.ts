import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtAppFolder } from './app-folder.ts';
import { type PrintedInvitation, parseInvitations } from './printed-invitation.ts';

/** Is the built server, running as a process of its own on a free port, with a database in a fresh folder. */
export interface RunningServer {
  readonly origin: string;
  readonly dataFolder: string;
  /** The one-time invitation printed for a role, the first of them unless a name is given. */
  readonly invitation: (role: string, name?: string) => PrintedInvitation;
  readonly stop: () => Promise<void>;
  /** Starts again with the same folder and the same port. */
  readonly startAgain: () => Promise<void>;
  /** Stops and removes the folder. */
  readonly remove: () => Promise<void>;
}

export interface ServerOptions {
  readonly isDemo?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built server, with the demo unless told otherwise. */
export const startServer = async (options: ServerOptions = {}): Promise<RunningServer> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lianxin-e2e-'));
  let running = await launch(dataFolder, { port: '0', invitationCount: (options.isDemo ?? true) ? 4 : 1, ...options });
  const { origin } = running;
  const invitations = parseInvitations(running.printed);
  const stop = async (): Promise<void> => {
    if (running.child.exitCode !== null) return;
    const ended = once(running.child, 'exit');
    running.child.kill('SIGTERM');
    await ended;
  };
  return {
    origin,
    dataFolder,
    invitation: (role, name) => {
      const found = invitations.find(
        (invitation) => invitation.role === role && (name === undefined || invitation.name === name),
      );
      if (found === undefined) throw new Error(`no invitation was printed for ${role} ${name ?? ''}`);
      return found;
    },
    stop,
    startAgain: async () => {
      running = await launch(dataFolder, { port: new URL(origin).port, invitationCount: 0, ...options });
    },
    remove: async () => {
      await stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};

interface Launched {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly printed: string;
}

/** A test that breaks off before it removes its server must not leave it behind. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => void child.kill()));

const openLine = /is open at (\S+)\n/;

interface LaunchOptions extends ServerOptions {
  readonly port: string;
  /** How many invitations are waited for. */
  readonly invitationCount: number;
}

const launch = async (dataFolder: string, options: LaunchOptions): Promise<Launched> => {
  const { port, invitationCount, isDemo = true, env = {} } = options;
  const program = join(await builtAppFolder(), 'dist/server/main.js');
  const child = spawn(process.execPath, [program, ...(isDemo ? ['--demo'] : [])], {
    env: { ...process.env, PORT: port, DATA_DIR: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let printed = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += chunk;
    const origin = openLine.exec(printed)?.[1];
    if (origin !== undefined && parseInvitations(printed).length >= invitationCount) {
      child.stdout.resume();
      return { child, origin, printed };
    }
  }
  throw new Error(`the server ended before it was open:\n${printed}`);
};
