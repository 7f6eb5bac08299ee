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
}

/** Rests values readable, for the time before the sealed store; the banner on every page says so. */
export const plainCodec: Codec = {
  name: 'plain',
  seal: async (_place, value) => JSON.stringify(value),
  open: async (_place, sealed) => JSON.parse(typeof sealed === 'string' ? sealed : new TextDecoder().decode(sealed)),
};
