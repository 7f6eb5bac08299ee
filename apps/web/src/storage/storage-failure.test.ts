import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { StorageFailure, storageFailureKind } from './storage-failure.ts';

const named = (name: string): DOMException => new DOMException('told by the browser', name);

describe('a failure of the phone’s storage', () => {
  test.each([
    ['no room', new Dexie.QuotaExceededError('full'), 'quota'],
    [
      'an aborted transaction whose cause is no room',
      new Dexie.AbortError('aborted', named('QuotaExceededError')),
      'quota',
    ],
    ['a browser’s own quota error', named('QuotaExceededError'), 'quota'],
    [
      'no room found while the connection went away',
      new Dexie.DatabaseClosedError('x', named('QuotaExceededError')),
      'quota',
    ],
    ['a lost connection', named('UnknownError'), 'closed'],
    ['a closed database', new Dexie.DatabaseClosedError('closed'), 'closed'],
    ['an open that failed', new Dexie.OpenFailedError('failed', named('UnknownError')), 'closed'],
    ['a connection that is closing', named('InvalidStateError'), 'closed'],
    ['a database of a newer version', new StorageFailure('newer', null), 'newer'],
    ['an aborted transaction without a cause', new Dexie.AbortError('aborted'), 'other'],
    ['something that is no error', 'oops', 'other'],
    ['nothing', undefined, 'other'],
  ])('%s', (_what, cause, kind) => {
    expect(storageFailureKind(cause)).toBe(kind);
  });
});
