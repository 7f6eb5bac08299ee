import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtAppFolder } from '../../e2e/harness/app-folder.ts';

/** Is the built server, running in a process of its own over a data directory that is there already. */
export interface LoadedServer {
  readonly origin: string;
  readonly startMs: number;
  /** The memory it has now and the most it ever had, in megabytes of resident pages. */
  readonly memory: () => { readonly now: number; readonly most: number };
  /** The processor time it has used, in seconds. */
  readonly processorSeconds: () => number;
  readonly stop: () => Promise<void>;
}

const openLine = /is open at (\S+)\n/;

/** Starts the built server over a data directory. */
export const startLoadedServer = async (directory: string): Promise<LoadedServer> => {
  const program = join(await builtAppFolder(), 'dist', 'server', 'main.js');
  const start = performance.now();
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: '0', DATA_DIR: directory },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill());
  let printed = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += chunk;
    if (openLine.test(printed)) break;
  }
  child.stdout.resume();
  const origin = openLine.exec(printed)?.[1];
  if (origin === undefined) throw new Error(`the server ended before it was open:\n${printed}`);
  return {
    origin,
    startMs: performance.now() - start,
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      const megabytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1_024;
      return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
    },
    processorSeconds: () => {
      const [, fields = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ');
      const [userTicks, systemTicks] = fields.split(' ').slice(11, 13);
      return (Number(userTicks) + Number(systemTicks)) / 100;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};
