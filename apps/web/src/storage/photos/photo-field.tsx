import { useEffect, useRef, useState } from 'react';
import { tPhotos } from '../../locale/photo-messages.ts';
import { Button } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { Fold } from '../../ui/fold.tsx';
import { Note } from '../../ui/note.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import { PictureItem, PictureStrip } from '../../ui/picture-strip.tsx';
import { Sub } from '../../ui/sub.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PhotoThumb } from './photo-thumb.tsx';
import type { KeptPhoto } from './photos.ts';
import { usePhotosAtHand } from './use-photos.ts';

/** Is a photo of something that is being written. */
export type TakenPhoto = KeptPhoto & { readonly caption: string };

export interface PhotoFieldProps {
  readonly photos: readonly TakenPhoto[];
  readonly onChange: (photos: readonly TakenPhoto[]) => void;
  /** Is told what saving has to wait for while a photo is on its way; null when all are there. */
  readonly onWait: (why: string | null) => void;
}

const mostAtOnce = 6;
const longestCaption = 200;

/** Takes or chooses photos for what is being written. They rest on the phone before anything names them; nobody has to. */
export const PhotoField = ({ photos, onChange, onWait }: PhotoFieldProps) => {
  const { photos: store, cannotOpen } = usePhotosAtHand();
  const [startsOpen] = useState(photos.length > 0);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // Shrinking takes a moment in which the form goes on: what came out is added to what is there by then.
  const latest = useRef(photos);
  useEffect(() => {
    latest.current = photos;
  }, [photos]);
  const change = (next: readonly TakenPhoto[]): void => {
    latest.current = next;
    onChange(next);
  };
  const setWorking = (isWorking: boolean): void => {
    setBusy(isWorking);
    onWait(isWorking ? tPhotos.waitToSave : null);
  };
  const keepAll = async (files: readonly File[]): Promise<void> => {
    if (store === null || isBusy) return;
    setWorking(true);
    setProblem(files.length > mostAtOnce - latest.current.length ? tPhotos.tooMany(mostAtOnce) : null);
    try {
      for (const file of files.slice(0, mostAtOnce - latest.current.length)) {
        const kept = await store.keep(file);
        if (!kept.ok) setProblem(kept.error.type === 'unreadable' ? tPhotos.unreadable : tPhotos.notStored);
        else if (!latest.current.some(({ sha256 }) => sha256 === kept.value.sha256))
          change([...latest.current, { ...kept.value, caption: '' }]);
      }
    } finally {
      setWorking(false);
    }
  };
  const isFull = photos.length >= mostAtOnce;
  const taking = {
    accept: 'image/*',
    disabled: isBusy || isFull || store === null,
    onFiles: (files: readonly File[]) => void keepAll(files),
  };
  return (
    <Fold title={tPhotos.optional} startsOpen={startsOpen}>
      <PageActions>
        <FileButton label={tPhotos.take} camera {...taking} />
        <FileButton label={tPhotos.choose} multiple {...taking} />
      </PageActions>
      {isBusy && (
        <Sub padded>
          <span role="status">{tPhotos.working}</span>
        </Sub>
      )}
      {cannotOpen && (
        <Note tone="soon" live>
          {tPhotos.cannotOpen}
        </Note>
      )}
      {problem !== null && (
        <Note tone="soon" live>
          {problem}
        </Note>
      )}
      {photos.length > 0 && (
        <>
          <PictureStrip label={tPhotos.title}>
            {photos.map(({ sha256, bytes, caption }, index) => (
              <PictureItem key={sha256}>
                <PhotoThumb sha256={sha256} bytes={bytes} alt={tPhotos.alt(index + 1, caption.trim() || null)} />
                <Button
                  variant="quiet"
                  label={tPhotos.drop(index + 1)}
                  onClick={() => change(photos.filter((photo) => photo.sha256 !== sha256))}
                >
                  {tPhotos.dropWord}
                </Button>
              </PictureItem>
            ))}
          </PictureStrip>
          {photos.map(({ sha256, caption }, index) => (
            <TextField
              key={sha256}
              label={tPhotos.caption(index + 1)}
              maxLength={longestCaption}
              value={caption}
              onChange={(next) =>
                change(photos.map((photo) => (photo.sha256 === sha256 ? { ...photo, caption: next } : photo)))
              }
            />
          ))}
          <Sub padded>{tPhotos.shrunk}</Sub>
        </>
      )}
    </Fold>
  );
};
