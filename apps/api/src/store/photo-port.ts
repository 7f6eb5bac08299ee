import type { Result } from '@lianxin/domain';
import type { PhotoState } from '@lianxin/protocol';
import type { SyncScope } from '../access/authorize.ts';
import type { PhotoName } from '../photos/photo-folder.ts';
import type { NotFound } from './refusals.ts';

/** Says that bytes are not the picture they were announced as, or none that may be kept. */
export interface PhotoRefused {
  readonly type: 'PhotoRefused';
}

/** Is the next piece of a picture. */
export interface PhotoPart {
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** Keeps the pictures that records name; a picture without a record in the caller's scope does not exist for them. */
export interface PhotoStore {
  readonly state: (scope: SyncScope, photo: PhotoName) => Promise<PhotoState | undefined>;
  /** Takes the next piece, and with the last one the whole after a look at it. A piece that does not fit on is left, and the answer says where to go on. */
  readonly add: (
    scope: SyncScope,
    photo: PhotoName,
    part: PhotoPart,
  ) => Promise<Result<PhotoState, NotFound | PhotoRefused>>;
  readonly read: (scope: SyncScope, photo: PhotoName) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Erases every picture that no record names any more. */
  readonly sweep: () => Promise<void>;
}
