/** Is a draft at rest. */
export interface RestingDraft {
  readonly form: string;
  readonly sealed: Uint8Array | string;
}
