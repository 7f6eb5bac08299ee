import { tPhotos } from '../../locale/photo-messages.ts';
import type { PhotoStanding } from './resting-photo.ts';
import type { ShownPhoto } from './use-photos.ts';

/** Says in a word how far a picture of this phone has come; null for one that is where it belongs. */
export const standingWord = (standing: PhotoStanding | undefined, bytes: number | null): string | null => {
  if (standing === undefined || standing.sentAt !== null) return null;
  if (standing.refusedAt !== null) return tPhotos.refused;
  if (standing.sent === 0 || bytes === null) return tPhotos.waiting;
  return tPhotos.sending(Math.min(99, Math.round((standing.sent / bytes) * 100)));
};

/** Says why a picture is not to be seen. */
export const missingWords = (shown: ShownPhoto): string => {
  if (shown.type === 'opening') return tPhotos.loading;
  return shown.type === 'offline' ? tPhotos.offline : tPhotos.notHere;
};
