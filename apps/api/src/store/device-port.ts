import type { Result } from '@lianxin/domain';
import type { Device } from '@lianxin/protocol';
import type { DeskScope, TreeScope } from '../access/authorize.ts';
import type { Principal } from '../access/principal.ts';
import type { NotAllowed, NotFound } from './refusals.ts';

/** Keeps the browsers that people have signed in with, and asks lost ones to forget everything. */
export interface DeviceStore {
  /** Lists the devices of a community's accounts that the scope reaches, last seen first. */
  readonly list: (scope: TreeScope, desk: DeskScope) => Promise<readonly Device[]>;
  /** Asks a device to forget everything at its next contact, with a line in the audit; answers with the devices of its account. */
  readonly askWipe: (scope: TreeScope, deviceId: string) => Promise<Result<readonly Device[], NotFound | NotAllowed>>;
  /** Notes that a device has forgotten everything, and ends its session. */
  readonly reportWiped: (principal: Pick<Principal, 'accountId' | 'name' | 'sessionId'>) => Promise<void>;
}
