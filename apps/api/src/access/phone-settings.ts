/** Is what a deployment decides about its phones. */
export interface PhoneSettings {
  /** How many days a phone may be opened without hearing from the server. */
  readonly leaseDays: number;
  /** After how many minutes hidden or idle a phone locks. */
  readonly lockAfterMinutes: number;
}

/** Is what holds where a deployment decides nothing. */
export const usualPhones: PhoneSettings = { leaseDays: 7, lockAfterMinutes: 15 };
