import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { photoPartBytes } from '@lianxin/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { plainCodec } from '../codec.ts';
import { AccountDatabase } from '../database.ts';
import type { PhotoSurroundings } from './decide-photo.ts';
import { freeSentPhotos } from './free-sent-photos.ts';
import { lookAfterPhotos } from './look-after-photos.ts';
import { createPhotoShelf, type PhotoShelf } from './photo-shelf.ts';
import type { PhotoAnswer, PhotoTransport } from './photo-transport.ts';

const bytes = Uint8Array.from({ length: 3 * photoPartBytes + 100 }, (_, at) => at % 251);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const communityId = 'town_000000000000001';
const now = Date.parse('2026-11-20T02:00:00Z');

/** Is a server that takes parts and can lose the network after so many of them. */
const createServer = (options: { refuses?: boolean; knows?: boolean } = {}) => {
  const stored: number[] = [];
  let calls = 0;
  let partsLeft = Number.POSITIVE_INFINITY;
  const state = (): PhotoAnswer => {
    if (options.knows === false) return { type: 'unknown' };
    const isWhole = stored.length === bytes.length;
    const refused = options.refuses === true && isWhole;
    return { type: 'state', have: refused ? 0 : stored.length, complete: isWhole && !refused, refused };
  };
  const transport: PhotoTransport = {
    look: async () => state(),
    send: async (_, from, part) => {
      calls += 1;
      if (partsLeft === 0) return { type: 'later' };
      partsLeft -= 1;
      if (from === stored.length) stored.push(...part);
      const answer = state();
      return answer.type === 'state' && answer.refused ? { type: 'refused' } : answer;
    },
    fetch: async () => null,
  };
  return {
    transport,
    stored,
    calls: () => calls,
    breakAfter: (parts: number) => {
      partsLeft = parts;
    },
  };
};

let database: AccountDatabase;
let shelf: PhotoShelf;
let number = 0;

beforeEach(async () => {
  number += 1;
  database = new AccountDatabase(`photos-${number}`);
  shelf = createPhotoShelf({ table: database.photos, codec: plainCodec, accountId: 'anna', communityId });
  await shelf.put(
    { sha256, communityId, step: 'named', sent: 0, sentAt: null, sentEpoch: null, refusedAt: null, addedAt: now },
    bytes,
  );
});

const walk = (
  server: ReturnType<typeof createServer>,
  more: {
    readonly around?: Partial<PhotoSurroundings>;
    readonly maySend?: () => boolean;
    readonly from?: PhotoShelf;
  } = {},
) =>
  lookAfterPhotos({
    shelf: more.from ?? shelf,
    transport: server.transport,
    now: () => now,
    around: () => ({
      now,
      epoch: 'epoch-1',
      isDrafted: false,
      isWaiting: false,
      isOnItsWay: false,
      isRecorded: true,
      ...more.around,
    }),
    maySend: more.maySend ?? (() => true),
    onChange: () => undefined,
  });

const standing = async () => (await shelf.list())[0];

describe('bringing a picture to the server', () => {
  it('sends it in parts and notes when the server has it whole', async () => {
    const server = createServer();
    expect(await walk(server)).toBe('done');
    expect(Uint8Array.from(server.stored)).toEqual(bytes);
    expect(await standing()).toMatchObject({ step: 'recorded', sent: bytes.length, sentAt: now, sentEpoch: 'epoch-1' });
    expect(await shelf.open(sha256)).toEqual(bytes);
  });

  it('goes on where it was when the network broke in the middle', async () => {
    const server = createServer();
    server.breakAfter(2);
    expect(await walk(server)).toBe('again');
    expect(await standing()).toMatchObject({ sent: 2 * photoPartBytes, sentAt: null });
    server.breakAfter(Number.POSITIVE_INFINITY);
    expect(await walk(server)).toBe('done');
    expect(Uint8Array.from(server.stored)).toEqual(bytes);
    expect(server.calls()).toBe(5);
  });

  it('sends nothing while it may not, and stops at the next part when it no longer may', async () => {
    const server = createServer();
    expect(await walk(server, { maySend: () => false })).toBe('again');
    expect(server.calls()).toBe(0);
    let questions = 0;
    const twice = () => {
      questions += 1;
      return questions <= 2;
    };
    expect(await walk(server, { maySend: twice })).toBe('again');
    expect(server.stored.length).toBe(photoPartBytes);
  });

  it('sends nothing before the record is there', async () => {
    const server = createServer();
    expect(await walk(server, { around: { isRecorded: false, isWaiting: true } })).toBe('done');
    expect(server.calls()).toBe(0);
  });

  it('says that a picture is refused and keeps the record', async () => {
    await walk(createServer({ refuses: true }));
    expect(await standing()).toMatchObject({ refusedAt: now, sentAt: null });
  });

  it('never sends under its name what the phone gives back damaged', async () => {
    await database.photos.update(sha256, { sealed: bytes.slice(1) });
    const server = createServer();
    await walk(server);
    expect(server.calls()).toBe(0);
    expect(await standing()).toMatchObject({ refusedAt: now });
  });

  it('comes back to a picture that could not be read just now, and sends it then', async () => {
    const server = createServer();
    const passing: PhotoShelf = {
      ...shelf,
      open: async () => {
        throw new DOMException('the connection is closing', 'InvalidStateError');
      },
    };
    expect(await walk(server, { from: passing })).toBe('again');
    expect(await standing()).toMatchObject({ refusedAt: null, sentAt: null });
    expect(await walk(server)).toBe('done');
    expect(await standing()).toMatchObject({ sentAt: now });
  });

  it('gives up a picture whose seal is broken: it comes back no other way', async () => {
    const broken: PhotoShelf = {
      ...shelf,
      open: async () => {
        throw new DOMException('', 'OperationError');
      },
    };
    await walk(createServer(), { from: broken });
    expect(await standing()).toMatchObject({ refusedAt: now });
  });

  it('lets go of a picture that the server has, when a save needs the room, and of no other', async () => {
    expect(await freeSentPhotos(database.photos)).toBe(false);
    expect(await shelf.list()).toHaveLength(1);
    await walk(createServer());
    expect(await freeSentPhotos(database.photos)).toBe(true);
    expect(await shelf.list()).toHaveLength(0);
  });

  it('asks about a picture whose record is gone, and lets it go when the server wants nothing of it', async () => {
    await shelf.note(sha256, { step: 'recorded' });
    await walk(createServer({ knows: false }), { around: { isRecorded: false } });
    expect(await shelf.list()).toEqual([]);
  });
});
