import { describe, expect, it } from 'vitest';
import { readTrace } from './trace-calls.ts';

const read = (...lines: readonly string[]) => [...readTrace(lines, () => true)];

describe('the reading of a trace', () => {
  it('takes data, place and result of a write out of its line', () => {
    const [call] = read('7 pwrite64(20</d/lianxin.sqlite-wal>, "a\\n\\0\\"\\\\\\3772\\345", 8, 4120) = 8');
    expect(call).toMatchObject({ name: 'pwrite64', phase: 'whole', files: ['/d/lianxin.sqlite-wal'], result: 8 });
    expect([...(call?.texts[0] ?? [])]).toEqual([0x61, 10, 0, 0x22, 0x5c, 0xff, 0x32, 0xe5]);
    expect(call?.numbers).toEqual([8, 4120]);
  });

  it('joins the halves of a call that another thread interrupted', () => {
    const calls = read(
      '7 fdatasync(5</d/x> <unfinished ...>',
      '8 fsync(6</d/y>) = 0',
      '7 <... fdatasync resumed>) = -1',
    );
    expect(calls.map(({ thread, name, phase, result }) => [thread, name, phase, result])).toEqual([
      ['7', 'fdatasync', 'begin', 0],
      ['8', 'fsync', 'whole', 0],
      ['7', 'fdatasync', 'end', -1],
    ]);
    expect(calls[2]?.files).toEqual(['/d/x']);
  });

  it('reads every piece of a write in pieces, and a failed opening', () => {
    const [answer, open] = read(
      '7 writev(9<socket:[12]>, [{iov_base="HTTP", iov_len=4}, {iov_base="{}", iov_len=2}], 2) = 6',
      '7 openat(AT_FDCWD</d>, "/d/x", O_RDWR|O_CREAT, 0644) = -1 EACCES (Permission denied)',
    );
    expect(answer?.texts.map(String)).toEqual(['HTTP', '{}']);
    expect(answer?.files).toEqual(['socket:[12]']);
    expect([open?.texts.map(String), open?.result, open?.flags.includes('O_CREAT')]).toEqual([['/d/x'], -1, true]);
  });

  it('leaves out lines that tell of no call', () => {
    expect(read('7 +++ exited with 0 +++', '7 --- SIGTERM {si_signo=SIGTERM} ---', '')).toEqual([]);
  });
});
