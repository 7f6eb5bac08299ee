/** Placeholder. */
export interface DeskStore {
  readonly nothing: null;
}
