/** Says what a sealed value is, so that no value can stand in another's place. */
export interface SealPlace {
  readonly accountId: string;
  readonly table: string;
  readonly id: string;
}

/**
 * Seals what rests on the phone and opens it again. Sealing happens before a transaction and opening after one,
 * because Web Crypto cannot run inside an IndexedDB transaction.
 */
export interface Codec {
  readonly name: string;
  readonly seal: (place: SealPlace, value: unknown) => Promise<Uint8Array | string>;
  readonly open: (place: SealPlace, sealed: Uint8Array | string) => Promise<unknown>;
  /** Seals bytes as they are, such as a picture or a pack of rows. */
  readonly sealBytes: (place: SealPlace, bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
  readonly openBytes: (place: SealPlace, sealed: Uint8Array | string) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Rests values readable, as versions before the sealed store did: for reading what they have left, and for tests of what lies above a codec. */
export const plainCodec: Codec = {
  name: 'plain',
  seal: async (_place, value) => JSON.stringify(value),
  open: async (_place, sealed) => JSON.parse(typeof sealed === 'string' ? sealed : new TextDecoder().decode(sealed)),
  sealBytes: async (_place, bytes) => bytes,
  openBytes: async (_place, sealed) =>
    typeof sealed === 'string' ? new TextEncoder().encode(sealed) : Uint8Array.from(sealed),
};
