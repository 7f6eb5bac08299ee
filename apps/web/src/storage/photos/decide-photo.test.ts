import { describe, expect, it } from 'vitest';
import { decidePhoto, decideUnwanted, type PhotoSurroundings } from './decide-photo.ts';
import type { PhotoStanding } from './resting-photo.ts';

const now = Date.parse('2026-11-20T02:00:00Z');
const day = 86_400_000;

const photo = (values: Partial<PhotoStanding> = {}): PhotoStanding => ({
  sha256: 'ab'.repeat(32),
  communityId: 'town_000000000000001',
  step: 'draft',
  sent: 0,
  sentAt: null,
  sentEpoch: null,
  refusedAt: null,
  addedAt: now,
  ...values,
});

const around = (values: Partial<PhotoSurroundings> = {}): PhotoSurroundings => ({
  now,
  epoch: 'epoch-1',
  isDrafted: false,
  isWaiting: false,
  isOnItsWay: false,
  isRecorded: false,
  ...values,
});

const sent = { step: 'recorded', sentAt: now, sentEpoch: 'epoch-1' } as const;

describe('a picture on the phone', () => {
  it.each([
    [
      'stays while a form holds it, however long',
      photo({ addedAt: now - 30 * day }),
      { isDrafted: true },
      { step: 'draft', action: 'wait' },
    ],
    ['stays a little without a form: it may be on its way into one', photo(), {}, { step: 'draft', action: 'wait' }],
    ['goes when its form was thrown away', photo({ addedAt: now - day }), {}, { step: 'draft', action: 'free' }],
    ['waits for its record to go first', photo(), { isWaiting: true }, { step: 'named', action: 'wait' }],
    [
      'is sent once the server has the record',
      photo({ step: 'named' }),
      { isOnItsWay: true },
      { step: 'named', action: 'send' },
    ],
    [
      'is sent also when the record lies with another grid',
      photo({ step: 'named' }),
      {},
      { step: 'named', action: 'send' },
    ],
    [
      'is sent when its record has come back',
      photo({ step: 'named' }),
      { isRecorded: true },
      { step: 'recorded', action: 'send' },
    ],
    [
      'stays a week after it was sent',
      photo({ ...sent, sentAt: now - 6 * day }),
      { isRecorded: true },
      { step: 'recorded', action: 'wait' },
    ],
    [
      'goes a week after it was sent',
      photo({ ...sent, sentAt: now - 7 * day }),
      { isRecorded: true },
      { step: 'recorded', action: 'free' },
    ],
    [
      'goes with its record: removed, erased, or in a grid that was left',
      photo(sent),
      {},
      { step: 'recorded', action: 'free' },
    ],
    [
      'is asked about when the record went before it was sent',
      photo({ step: 'recorded' }),
      {},
      { step: 'recorded', action: 'ask' },
    ],
    [
      'is offered again after a restore',
      photo(sent),
      { isRecorded: true, epoch: 'epoch-2' },
      { step: 'recorded', action: 'send' },
    ],
    [
      'is not offered again when it was refused',
      photo({ step: 'recorded', refusedAt: now }),
      { isRecorded: true },
      { step: 'recorded', action: 'wait' },
    ],
    [
      'goes with its record when it was refused',
      photo({ step: 'recorded', refusedAt: now }),
      {},
      { step: 'recorded', action: 'free' },
    ],
    [
      'stays for the form that holds it once more',
      photo(sent),
      { isDrafted: true },
      { step: 'recorded', action: 'wait' },
    ],
  ] as const)('%s', (_, standing, surroundings, decided) => {
    expect(decidePhoto(standing, around(surroundings))).toEqual(decided);
  });

  it('waits a month for a record that somebody has to decide about, and no longer for one that was there and is gone', () => {
    expect(decideUnwanted(photo({ step: 'named' }), around())).toBe('wait');
    expect(decideUnwanted(photo({ step: 'named', addedAt: now - 31 * day }), around())).toBe('free');
    expect(decideUnwanted(photo({ step: 'recorded' }), around())).toBe('free');
  });
});
