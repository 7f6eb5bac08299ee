/** Is everything that an account's database keeps to be opened again: never the PIN, never a key in the clear. */
export type RestingVault = RestingLock | RestingTries | RestingClock;

/** Is the lock itself: how the PIN becomes a key, and the data key wrapped with it; `wrap` is null once it was erased. */
export interface RestingLock {
  readonly key: 'vault';
  readonly version: 1;
  readonly kdf: PinKdf;
  readonly salt: Bytes;
  /** Mixed in beside the PIN; scripts can use it and never read it. */
  readonly deviceSecret: CryptoKey | null;
  readonly wrap: WrappedKey | null;
  /** Until when this phone may be opened, on the phone's own clock; null where the server gives no lease. */
  readonly leaseUntil: number | null;
  /** Which keyboard the PIN is typed on. */
  readonly keyboard: PinKeyboard;
  /** Whether values of the time before the sealed store may still rest readable. */
  readonly plainRemains: boolean;
}

/** Is how a PIN is stretched; stored, so that a later version may stretch it harder. */
export interface PinKdf {
  readonly id: 'argon2id';
  readonly memoryKiB: number;
  readonly passes: number;
}

/** Is the data key, sealed with what the PIN opens. */
export interface WrappedKey {
  readonly id: 'aes-256-gcm';
  readonly iv: Bytes;
  readonly sealed: Bytes;
}

/** Counts wrong PINs. It is written before a PIN is tried, so that nothing that happens afterwards gives a try back. */
export interface RestingTries {
  readonly key: 'tries';
  readonly count: number;
  /** Before this moment no PIN is tried. */
  readonly notBefore: number;
}

/** Is the latest time that was ever seen here, so that a clock set back does not make a lease longer. */
export interface RestingClock {
  readonly key: 'clock';
  readonly highest: number;
}

/** Tells digits, typed on the large keys, from a PIN with letters. */
export type PinKeyboard = 'digits' | 'letters';

/** Is bytes as Web Crypto takes them. */
export type Bytes = Uint8Array<ArrayBuffer>;
