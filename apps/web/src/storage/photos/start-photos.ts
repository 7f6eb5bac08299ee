import type { SessionAnswer } from '@lianxin/protocol';
import type { Table } from 'dexie';
import type { PhoneSignal } from '../../platform/network.ts';
import type { Codec } from '../codec.ts';
import type { Drafts } from '../drafts.ts';
import type { Register } from '../register.ts';
import { ownPhotoTransport } from './own-photo-transport.ts';
import { createPhotoShelf } from './photo-shelf.ts';
import { createPhotoTransport } from './photo-transport.ts';
import { openPhotos, type Photos } from './photos.ts';
import type { RestingPhoto } from './resting-photo.ts';

/** Is what a workspace hands to its pictures. */
export interface PhotoStart {
  readonly session: SessionAnswer;
  readonly communityId: string;
  readonly table: Table<RestingPhoto, string>;
  readonly register: Register;
  readonly drafts: Drafts;
  readonly codec: Codec;
  readonly now: () => number;
  readonly watchPhone: (listener: (signal: PhoneSignal) => void) => () => void;
}

/** Opens the pictures of a workspace on this phone and with this server. */
export const startPhotos = ({ session, communityId, table, codec, ...ports }: PhotoStart): Promise<Photos> => {
  const accountId = session.account.id;
  const name = `lianxin-photos-${accountId}-${communityId}`;
  return openPhotos({
    ...ports,
    communityId,
    shelf: createPhotoShelf({ table, codec, accountId, communityId }),
    transport: ownPhotoTransport(accountId, createPhotoTransport(communityId)),
    lockName: name,
    channel: new BroadcastChannel(name),
  });
};
