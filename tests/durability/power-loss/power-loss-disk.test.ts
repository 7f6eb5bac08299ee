import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPowerLossDisk, type PowerLossDisk } from './power-loss-disk.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianxin-disk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const left = (disk: PowerLossDisk, survives = false): Readonly<Record<string, string>> => {
  disk.fail(folder, () => survives);
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
};

const withFile = (text: string): PowerLossDisk => createPowerLossDisk(new Map([['log', Buffer.from(text)]]));

describe('a disk whose power fails', () => {
  it('has what was synced and nothing that was only written', () => {
    const disk = withFile('old');
    disk.write('log', 3, Buffer.from(' kept'));
    disk.beginSync('log')();
    disk.write('log', 0, Buffer.from('NEW'));
    expect(left(disk)).toEqual({ log: 'old kept' });
  });

  it('may have what was only written', () => {
    const disk = withFile('old');
    disk.write('log', 0, Buffer.from('NEW'));
    expect(left(disk, true)).toEqual({ log: 'NEW' });
  });

  it('promises nothing of a sync that has not ended, nor of what was written meanwhile', () => {
    const disk = withFile('old');
    disk.write('log', 0, Buffer.from('NEW'));
    const end = disk.beginSync('log');
    expect(left(disk)).toEqual({ log: 'old' });
    disk.write('log', 3, Buffer.from('+'));
    end();
    expect(left(disk)).toEqual({ log: 'NEW' });
  });

  it('forgets a new file, a removal and a new name until their directory is synced', () => {
    const disk = withFile('old');
    disk.create('fresh');
    disk.write('fresh', 0, Buffer.from('new'));
    disk.beginSync('fresh')();
    disk.rename('fresh', 'named');
    disk.remove('log');
    expect(left(disk)).toEqual({ log: 'old' });
    rmSync(join(folder, 'log'));
    disk.beginSync('')();
    expect(left(disk)).toEqual({ named: 'new' });
  });

  it('shows zeros behind an end that was shortened and moved on again', () => {
    const disk = withFile('0123456789');
    disk.truncate('log', 4);
    disk.write('log', 6, Buffer.from('x'));
    disk.beginSync('log')();
    expect(left(disk)).toEqual({ log: '0123\0\0x' });
  });

  it('tears a write between sectors', () => {
    const disk = withFile('');
    disk.write('log', 100, Buffer.alloc(1_024, 'a'));
    let asked = 0;
    disk.fail(folder, () => {
      asked += 1;
      // The first question is about names; of the three sectors that the write touches, the middle one is kept.
      return asked === 3;
    });
    const text = readFileSync(join(folder, 'log'), 'latin1');
    expect([asked, text.length, text.indexOf('a')]).toEqual([4, 1_024, 512]);
  });
});
