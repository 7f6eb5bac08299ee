import type { StoreCore } from '../store/sqlite/core.ts';
import { StoreReadOnly } from '../store/store-read-only.ts';
import { createBallast } from './ballast.ts';
import { freeBytes } from './free-bytes.ts';

/** Guards the room that the database needs to go on. */
export interface DiskRoom {
  /** Throws while there is too little room for work that adds records. Reading, deleting and signing in are never asked. */
  readonly assertRoom: () => void;
  /** Gives the ballast back at once, because a write has found the disk full. */
  readonly relieve: () => void;
}

const lookEveryMs = 500;

/** Watches the disk of a data directory: below as much free room as the ballast takes, what adds records waits. */
export const watchDiskRoom = (directory: string, ballastBytes: number, warn: StoreCore['warn']): DiskRoom => {
  if (ballastBytes === 0) return { assertRoom: () => undefined, relieve: () => undefined };
  const ballast = createBallast(directory, ballastBytes);
  let lookedAt = Number.NEGATIVE_INFINITY;
  let isLow = false;
  const look = (): void => {
    const free = freeBytes(directory);
    // A quarter more than the mark, so that it does not flicker around it.
    const enough = ballastBytes * (isLow ? 1.25 : 1);
    const wasLow = isLow;
    isLow = ballast.isThere() ? free < enough : !refilled(free - ballastBytes >= enough);
    if (isLow !== wasLow)
      warn(isLow ? 'the disk is nearly full: new records wait' : 'there is room on the disk again', {
        freeMb: Math.floor(free / 1e6),
      });
  };
  const refilled = (hasRoom: boolean): boolean => {
    if (!hasRoom) return false;
    ballast.take();
    return true;
  };
  const lookNowAndThen = (): void => {
    if (performance.now() - lookedAt < lookEveryMs) return;
    lookedAt = performance.now();
    look();
  };
  const relieve = (): void => {
    ballast.give();
    isLow = true;
    lookedAt = performance.now();
    warn('the disk is full: the ballast was given back and new records wait', { directory });
  };
  // A server that was stopped by a full disk could not even begin without this.
  if (ballast.isThere() && freeBytes(directory) < ballastBytes / 4) relieve();
  else lookNowAndThen();
  return {
    relieve,
    assertRoom: () => {
      lookNowAndThen();
      if (isLow) throw new StoreReadOnly('the disk is nearly full');
    },
  };
};
