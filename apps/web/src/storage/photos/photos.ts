import { err, ok, type Result } from '@lianxin/domain';
import { isMetered } from '../../platform/metered.ts';
import type { PhoneSignal } from '../../platform/network.ts';
import type { Drafts } from '../drafts.ts';
import type { Register } from '../register.ts';
import { StorageFailure, type StorageFailureKind, storageFailureKind } from '../storage-failure.ts';
import { hashPhoto } from './hash-photo.ts';
import { lookAfterPhotos } from './look-after-photos.ts';
import type { PhotoShelf } from './photo-shelf.ts';
import { surroundingsOf } from './photo-surroundings.ts';
import type { PhotoTransport } from './photo-transport.ts';
import type { PhotoStanding } from './resting-photo.ts';
import { shrinkPhoto } from './shrink-photo.ts';

/** Is a picture that rests on this phone, for the record that will name it. */
export interface KeptPhoto {
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** Says why a file was not kept: it is no picture, or the phone has not stored it. */
export type NotKept = { readonly type: 'unreadable' } | { readonly type: 'storage'; readonly kind: StorageFailureKind };

/** Is a picture to look at, or why there is none: the server has not got it yet, or cannot be reached. */
export type OpenedPhoto =
  | { readonly type: 'picture'; readonly blob: Blob }
  | { readonly type: 'notThere' }
  | { readonly type: 'offline' };

/** Keeps the pictures of one community on this phone and brings them to the server after their records. */
export interface Photos {
  /** Shrinks a picture and stores it; only then may a record name it. */
  readonly keep: (file: Blob) => Promise<Result<KeptPhoto, NotKept>>;
  readonly open: (sha256: string) => Promise<OpenedPhoto>;
  /** Lets a picture go whose record was taken away, as soon as the server wants nothing of it either. */
  readonly letGo: (sha256: string) => Promise<void>;
  readonly standing: (sha256: string) => PhotoStanding | undefined;
  readonly all: () => readonly PhotoStanding[];
  /** Whether what waits is held back because sending costs money now. */
  readonly isHeldBack: () => boolean;
  /** Sends all the same, because a person asked for it. */
  readonly sendNow: () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly revision: () => number;
  readonly stop: () => void;
}

/** Is what keeping pictures needs. */
export interface PhotoPorts {
  readonly shelf: PhotoShelf;
  readonly transport: PhotoTransport;
  readonly register: Register;
  readonly drafts: Drafts;
  readonly communityId: string;
  /** Lets one tab at a time walk over the pictures. */
  readonly lockName: string;
  readonly channel: BroadcastChannel;
  readonly now: () => number;
  readonly watchPhone: (listener: (signal: PhoneSignal) => void) => () => void;
}

const soonMs = 800;
const tryAgainMs = 60_000;

/** Opens the pictures and begins to bring them to the server. Records never wait for them. */
export const openPhotos = async (ports: PhotoPorts): Promise<Photos> => {
  const { shelf, transport, register, communityId, now } = ports;
  const listeners = new Set<() => void>();
  let standings: ReadonlyMap<string, PhotoStanding> = new Map();
  let revision = 0;
  let isAllowedNow = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWalking = false;
  let isAskedAgain = false;

  /** The phone's own trouble, such as a database that another window has closed, passes: the next start goes on. */
  const survive = (cause: unknown): void => {
    if (!isStopped && storageFailureKind(cause) === 'other') console.error(cause);
  };

  const show = async (): Promise<void> => {
    standings = new Map((await shelf.list()).map((photo) => [photo.sha256, photo]));
    revision += 1;
    for (const listener of listeners) listener();
  };
  const tell = async (): Promise<void> => {
    await show();
    if (!isStopped) ports.channel.postMessage('photos');
  };
  const walk = async (): Promise<void> => {
    const drafts = { ...ports.drafts, atRest: await ports.drafts.resting() };
    const end = await lookAfterPhotos({
      shelf,
      transport,
      now,
      around: (sha256) => surroundingsOf(register, drafts, now())(sha256),
      maySend: () => !isStopped && navigator.onLine && (isAllowedNow || !isMetered()),
      onChange: () => void tell().catch(survive),
    });
    if (end === 'done') isAllowedNow = false;
    else plan(tryAgainMs);
  };
  const run = (): void => {
    isAskedAgain = isWalking;
    if (isWalking || isStopped) return;
    isWalking = true;
    void navigator.locks
      .request(ports.lockName, { ifAvailable: true }, async (lock) => (lock === null ? undefined : await walk()))
      .catch(survive)
      .finally(() => {
        isWalking = false;
        if (isAskedAgain) plan(soonMs);
      });
  };
  const plan = (afterMs: number): void => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(run, afterMs);
  };
  const noticeRegister = (): void => {
    if (standings.size > 0) plan(soonMs);
  };

  const keep: Photos['keep'] = async (file) => {
    const shrunk = await shrinkPhoto(file);
    if (!shrunk.ok) return err({ type: 'unreadable' });
    const { bytes, width, height } = shrunk.value;
    const sha256 = await hashPhoto(bytes);
    try {
      if (standings.get(sha256) === undefined) await shelf.put(newStanding(sha256, communityId, now()), bytes);
      // The same picture once more: should the server have let go of it with its former record, it is asked again.
      else await shelf.note(sha256, { sentAt: null, refusedAt: null });
      await tell();
    } catch (cause) {
      return err({ type: 'storage', kind: StorageFailure.of(cause).kind });
    }
    return ok({ sha256, bytes: bytes.length, width, height });
  };

  await show();
  ports.channel.onmessage = () => void show().catch(survive);
  const stopRegister = register.subscribe(noticeRegister);
  const stopPhone = ports.watchPhone((signal) => {
    if (signal === 'online' || signal === 'visible') noticeRegister();
  });
  plan(soonMs);
  return {
    keep,
    open: async (sha256) => {
      const bytes = (await shelf.open(sha256).catch(() => null)) ?? (await transport.fetch(sha256));
      if (bytes === undefined) return { type: 'offline' };
      // What arrives is what the record named, or it is not shown.
      if (bytes === null || (await hashPhoto(bytes)) !== sha256) return { type: 'notThere' };
      return { type: 'picture', blob: new Blob([bytes], { type: 'image/jpeg' }) };
    },
    letGo: async (sha256) => {
      await shelf.note(sha256, { step: 'recorded' });
      await tell();
      plan(soonMs);
    },
    standing: (sha256) => standings.get(sha256),
    all: () => [...standings.values()],
    isHeldBack: () => !isAllowedNow && isMetered(),
    sendNow: () => {
      isAllowedNow = true;
      plan(0);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    revision: () => revision,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      stopRegister();
      stopPhone();
      ports.channel.close();
    },
  };
};

const newStanding = (sha256: string, communityId: string, now: number): PhotoStanding => ({
  sha256,
  communityId,
  step: 'draft',
  sent: 0,
  sentAt: null,
  sentEpoch: null,
  refusedAt: null,
  addedAt: now,
});
