/** Is a picture at rest: readable is only its fingerprint, how much of it the server has, and which community it belongs to. */
export interface RestingPhoto {
  readonly sha256: string;
  readonly communityId: string;
  readonly sealed: Uint8Array | string;
  /** How many bytes the server has said it holds. */
  readonly sent: number;
  /** When the server had it whole; null while it is still to be sent. */
  readonly sentAt: number | null;
  readonly addedAt: number;
}
