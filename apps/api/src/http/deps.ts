import type { Logger } from 'pino';
import type { PhoneSettings } from '../access/phone-settings.ts';
import type { Keyring } from '../crypto/keyring.ts';
import type { SealingKey } from '../crypto/sealing-key.ts';
import type { WorkbookReader } from '../modules/imports/workbook-reader.ts';
import type { StreamSettings } from '../modules/sync/sync-event-stream.ts';
import type { Store } from '../store/port.ts';
import type { TurnstileLimits } from './turnstile.ts';

/** Is how the server is reached. */
export interface Address {
  /** Whether this process itself serves HTTPS. */
  readonly isTls: boolean;
  /** The address people type, when a proxy stands in front. */
  readonly publicUrl: URL | null;
}

/** Is how many mutations and pulls are worked on together and how many may wait. */
export interface CrowdLimits {
  readonly push: TurnstileLimits;
  readonly pull: TurnstileLimits;
}

/** Is everything the application needs; there are no globals. */
export interface AppDeps {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly sealingKey: SealingKey;
  readonly readWorkbook: WorkbookReader;
  readonly address: Address;
  /** The folder of the built page; null serves the API alone. */
  readonly webFolder: string | null;
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: Logger;
  /** Aborts when the server stops: what would stay open for minutes ends then. */
  readonly stopping?: AbortSignal;
  /** How many streams of pokes are carried and at what pace; the usual ones when nothing is said. */
  readonly streams?: StreamSettings;
  /** How long phones may be opened without hearing from the server, and when they lock; the usual times when nothing is said. */
  readonly phones?: PhoneSettings;
  /** How large a crowd is let in; the usual one when nothing is said. */
  readonly crowds?: CrowdLimits;
}
