import { join, relative } from 'node:path';
import type { PowerLossDisk } from './power-loss-disk.ts';
import { readTrace, type TracedCall } from './trace-calls.ts';

/** Is a moment of a replay: right after an answer left the server, or after something was done to a file. */
export type Moment =
  | { readonly type: 'acknowledged'; readonly text: string }
  | { readonly type: 'touched'; readonly path: string };

/** Marks an answer to a push among everything that is written to sockets, as strace writes its quotes. */
const answerMark = '\\"outcomes\\":[';

/** Does again to a disk what a program did to a folder, and stops at every moment at which the power could fail. */
export function* replayTrace(
  lines: Iterable<string>,
  { folder, disk }: { readonly folder: string; readonly disk: PowerLossDisk },
): Generator<Moment> {
  const concerns = (line: string): boolean => line.includes(folder) || line.includes(answerMark);
  const redo = createRedo(folder, disk);
  for (const call of readTrace(lines, concerns)) {
    const path = placeOf(folder, call);
    if (path !== undefined) {
      redo(call, path);
      yield { type: 'touched', path };
    } else if (call.phase !== 'end' && call.files[0]?.startsWith('socket:') === true) {
      // The answer counts from when it is handed to the network, whether or not it was written to its end.
      yield { type: 'acknowledged', text: Buffer.concat(call.texts).toString('utf8') };
    }
  }
}

/** The path below the folder that a call is about; what SQLite shares between processes lives in memory only. */
const placeOf = (folder: string, call: TracedCall): string | undefined => {
  const named = call.name.startsWith('open') || /^(unlink|rename)/.test(call.name);
  const path = named ? call.texts[0]?.toString('utf8') : call.files[0];
  if (path === undefined || path.endsWith('-shm') || (path !== folder && !path.startsWith(`${folder}/`)))
    return undefined;
  return relative(folder, path);
};

const createRedo = (folder: string, disk: PowerLossDisk) => {
  const syncing = new Map<string, () => void>();
  const ends = new Map<string, number>();

  const sync = ({ thread, phase }: TracedCall, path: string): void => {
    const keep = phase === 'end' ? syncing.get(thread) : disk.beginSync(path);
    if (phase === 'begin' && keep !== undefined) syncing.set(thread, keep);
    else keep?.();
  };

  /** Descriptors move on as they are written to; one file has one writer here. */
  const append = (call: TracedCall, path: string): void => {
    const data = call.texts[0] ?? Buffer.alloc(0);
    const at = ends.get(path) ?? 0;
    disk.write(path, at, data);
    ends.set(path, at + data.length);
  };

  const open = ({ flags }: TracedCall, path: string): void => {
    if (flags.includes('O_DIRECTORY') || path === '') return;
    if (flags.includes('O_CREAT') && !disk.has(path)) disk.create(path);
    else if (flags.includes('O_TRUNC')) disk.truncate(path, 0);
    ends.set(path, 0);
  };

  return (call: TracedCall, path: string): void => {
    const isSync = call.name === 'fsync' || call.name === 'fdatasync';
    if (call.result < 0 || (call.phase === 'end' && !isSync)) return;
    if (isSync) sync(call, path);
    else if (call.name === 'openat') open(call, path);
    else if (call.name === 'pwrite64') disk.write(path, call.numbers.at(-1) ?? 0, call.texts[0] ?? Buffer.alloc(0));
    else if (call.name === 'write') append(call, path);
    else if (call.name === 'ftruncate') disk.truncate(path, call.numbers.at(-1) ?? 0);
    else if (call.name.startsWith('unlink')) disk.remove(path);
    else if (call.name.startsWith('rename')) disk.rename(path, relative(folder, call.texts[1]?.toString('utf8') ?? ''));
    else throw new Error(`the replay does not know ${call.name} of ${join(folder, path)}`);
  };
};

/** The calls that strace must show for a replay. */
export const replayedCalls = [
  'openat',
  ...['pwrite64', 'pwritev', 'pwritev2', 'write', 'writev', 'sendto', 'sendmsg'],
  ...['fsync', 'fdatasync', 'ftruncate', 'fallocate'],
  ...['rename', 'renameat', 'renameat2', 'unlink', 'unlinkat', 'link', 'linkat'],
].join(',');
