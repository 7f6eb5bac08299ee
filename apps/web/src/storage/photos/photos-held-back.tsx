import { tPhotos } from '../../locale/photo-messages.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Sub } from '../../ui/sub.tsx';
import { usePhotos } from './use-photos.ts';

/** Says that photos wait because sending costs money now, and lets them go all the same. */
export const PhotosHeldBack = ({ sha256s }: { readonly sha256s: readonly string[] | 'all' }) => {
  const photos = usePhotos();
  if (photos === null || !photos.isHeldBack()) return null;
  const waits = photos.all().filter(({ sha256, sentAt, refusedAt, step }) => {
    const isAsked = sha256s === 'all' || sha256s.includes(sha256);
    return isAsked && sentAt === null && refusedAt === null && step !== 'draft';
  });
  if (waits.length === 0) return null;
  return (
    <>
      <Sub padded>
        {tPhotos.waitingCount(waits.length)} · {tPhotos.heldBack}
      </Sub>
      <ActionBar>
        <Button onClick={photos.sendNow}>{tPhotos.sendNow}</Button>
      </ActionBar>
    </>
  );
};
