/** Is what an account's database keeps to be opened again: never the PIN, never a key in the clear. */
export interface RestingVault {
  /** Always `vault`: there is one of an account. */
  readonly key: string;
  readonly version: number;
}
