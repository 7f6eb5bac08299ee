import type { PhotoStanding, PhotoStep } from './resting-photo.ts';

/** Is what the phone knows of a picture besides the picture. */
export interface PhotoSurroundings {
  readonly now: number;
  readonly epoch: string | null;
  /** Whether a half-written form holds it. */
  readonly isDrafted: boolean;
  /** Whether a record that names it waits in the outbox: the record goes first. */
  readonly isWaiting: boolean;
  /** Whether a record that names it was sent and has not come back yet. */
  readonly isOnItsWay: boolean;
  /** Whether a record that names it came from the server. */
  readonly isRecorded: boolean;
}

/** Is what happens to a picture next. `ask` is a picture whose record is not to be seen here: the server may still want it. */
export type PhotoAction = 'wait' | 'send' | 'ask' | 'free';

const draftLifeMs = 3_600_000;
/** How long bytes stay after the server has them, should it lose them. */
const keptAfterSendingMs = 7 * 86_400_000;
/** How long bytes wait whose record the server holds back for somebody's decision. */
const keptUnwantedMs = 30 * 86_400_000;

/** Decides how a picture stands and what happens to it. Bytes go only once the server has them or nothing names them any more. */
export const decidePhoto = (
  photo: PhotoStanding,
  around: PhotoSurroundings,
): { readonly step: PhotoStep; readonly action: PhotoAction } => {
  const step = nextStep(photo.step, around);
  return { step, action: nextAction({ ...photo, step }, around) };
};

const nextStep = (step: PhotoStep, { isRecorded, isWaiting, isOnItsWay }: PhotoSurroundings): PhotoStep => {
  if (isRecorded) return 'recorded';
  return step === 'draft' && (isWaiting || isOnItsWay) ? 'named' : step;
};

const nextAction = (photo: PhotoStanding, around: PhotoSurroundings): PhotoAction => {
  const { now, epoch, isDrafted, isWaiting, isOnItsWay, isRecorded } = around;
  if (photo.step === 'draft') return !isDrafted && now - photo.addedAt > draftLifeMs ? 'free' : 'wait';
  if (isWaiting) return 'wait';
  const isGone = photo.step === 'recorded' && !isRecorded && !isOnItsWay && !isDrafted;
  if (photo.refusedAt !== null) return isGone ? 'free' : 'wait';
  if (photo.sentAt !== null && (epoch === null || photo.sentEpoch === epoch))
    return isGone || now - photo.sentAt >= keptAfterSendingMs ? 'free' : 'wait';
  return isGone ? 'ask' : 'send';
};

/** Decides about a picture that the server wants nothing of: its record is gone, or waits there for somebody. */
export const decideUnwanted = (photo: PhotoStanding, { now, isRecorded }: PhotoSurroundings): PhotoAction => {
  if (photo.step === 'recorded' && !isRecorded) return 'free';
  return now - photo.addedAt > keptUnwantedMs ? 'free' : 'wait';
};
