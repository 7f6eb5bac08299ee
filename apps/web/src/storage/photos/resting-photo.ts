/** How far a photo has come: taken and perhaps never saved, named by something saved here, or seen in a record that came back from the server. */
export type PhotoStep = 'draft' | 'named' | 'recorded';

/** Tells how a picture on this phone stands; nothing of it is about what it shows. */
export interface PhotoStanding {
  readonly sha256: string;
  readonly communityId: string;
  readonly step: PhotoStep;
  /** How many bytes the server has said it holds. */
  readonly sent: number;
  /** When the server had it whole; null while it is still to be sent. */
  readonly sentAt: number | null;
  /** The history in which the server had it: after a restore it is asked again. */
  readonly sentEpoch: string | null;
  /** When the server said that it may not keep these bytes. */
  readonly refusedAt: number | null;
  readonly addedAt: number;
}

/** Is a picture at rest: readable is only its fingerprint, how it stands, and which community it belongs to. */
export interface RestingPhoto extends PhotoStanding {
  readonly sealed: Uint8Array | string;
}
