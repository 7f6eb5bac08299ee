import { decidePhoto, decideUnwanted, type PhotoAction, type PhotoSurroundings } from './decide-photo.ts';
import { hashPhoto } from './hash-photo.ts';
import type { PhotoShelf } from './photo-shelf.ts';
import type { PhotoTransport } from './photo-transport.ts';
import type { PhotoStanding } from './resting-photo.ts';
import { type OpenedBytes, type SendEnd, sendPhoto } from './send-photo.ts';

/** Is what one walk over the pictures of a phone needs. */
export interface PhotoRound {
  readonly shelf: PhotoShelf;
  readonly transport: PhotoTransport;
  readonly now: () => number;
  /** Looks around anew for each picture: the register goes on while one is sent. */
  readonly around: (sha256: string) => PhotoSurroundings;
  /** Whether bytes may travel now. */
  readonly maySend: () => boolean;
  readonly onChange: () => void;
}

/** Walks over the pictures of a phone: marks what has become of them, sends what the server should have, and lets go of what it has. Tells whether something still has to be sent. */
export const lookAfterPhotos = async (round: PhotoRound): Promise<'done' | 'again'> => {
  let end: 'done' | 'again' = 'done';
  for (const photo of await round.shelf.list()) {
    const { step, action } = decidePhoto(photo, round.around(photo.sha256));
    if (step !== photo.step) await round.shelf.note(photo.sha256, { step });
    const next = action === 'send' || action === 'ask' ? await send(round, { ...photo, step }) : action;
    if (next === 'free') await round.shelf.remove(photo.sha256);
    if (next === 'again') end = 'again';
    if (step !== photo.step || next !== 'wait') round.onChange();
  }
  return end;
};

const send = async (round: PhotoRound, photo: PhotoStanding): Promise<PhotoAction | 'again'> => {
  if (!round.maySend()) return 'again';
  const { sha256 } = photo;
  const ended = await sendPhoto(round.transport, {
    sha256,
    open: () => openWhole(round.shelf, sha256),
    onProgress: async (sent) => {
      await round.shelf.note(sha256, { sent });
      round.onChange();
    },
    mayGoOn: round.maySend,
  });
  return settle(round, photo, ended);
};

const settle = async (round: PhotoRound, photo: PhotoStanding, ended: SendEnd): Promise<PhotoAction | 'again'> => {
  const { shelf, now, around } = round;
  const surroundings = around(photo.sha256);
  if (ended === 'later') return 'again';
  if (ended === 'unknown') return decideUnwanted(photo, surroundings);
  await shelf.note(
    photo.sha256,
    ended === 'refused' ? { refusedAt: now() } : { sentAt: now(), sentEpoch: surroundings.epoch },
  );
  round.onChange();
  return 'wait';
};

/** What a phone's storage gives back damaged, or under a broken seal, is nothing that may be sent under its name. Any other failure to read it passes. */
const openWhole = async (shelf: PhotoShelf, sha256: string): Promise<OpenedBytes> => {
  try {
    const bytes = await shelf.open(sha256);
    return bytes !== null && (await hashPhoto(bytes)) === sha256 ? bytes : null;
  } catch (cause) {
    return cause instanceof DOMException && cause.name === 'OperationError' ? null : 'later';
  }
};
