import { useEffect, useState, useSyncExternalStore } from 'react';
import { useWorkspace } from '../use-workspace.ts';
import type { OpenedPhoto, Photos } from './photos.ts';

const nothing = (): (() => void) => () => undefined;

/** Is the pictures of the workspace, or why there are none yet: they are being opened, or the phone could not. */
export interface PhotosAtHand {
  readonly photos: Photos | null;
  readonly cannotOpen: boolean;
}

/** Opens the pictures of the workspace and tells when the phone could not. The page is shown again whenever one of them comes further. */
export const usePhotosAtHand = (): PhotosAtHand => {
  const lazy = useWorkspace().photos;
  const [atHand, setAtHand] = useState<PhotosAtHand>({ photos: null, cannotOpen: false });
  useEffect(() => {
    let isGone = false;
    const show = (next: PhotosAtHand): void => {
      if (!isGone) setAtHand(next);
    };
    lazy.get().then(
      (photos) => show({ photos, cannotOpen: false }),
      () => show({ photos: null, cannotOpen: true }),
    );
    return () => {
      isGone = true;
    };
  }, [lazy]);
  const { photos } = atHand;
  useSyncExternalStore(photos?.subscribe ?? nothing, () => photos?.revision() ?? 0);
  return atHand;
};

/** Reads the pictures of the workspace; null until they are opened. Without them a page shows that a picture is not there; the records are not touched by it. */
export const usePhotos = (): Photos | null => usePhotosAtHand().photos;

/** Is a picture on a page: an address to show it from, or why there is none. */
export type ShownPhoto =
  | { readonly type: 'picture'; readonly url: string }
  | Exclude<OpenedPhoto, { type: 'picture' }>
  | { readonly type: 'opening' };

/** Opens a picture for as long as a page shows it. */
export const usePicture = (photos: Photos | null, sha256: string): ShownPhoto => {
  const [shown, setShown] = useState<ShownPhoto>({ type: 'opening' });
  useEffect(() => {
    let url: string | null = null;
    let isGone = false;
    photos?.open(sha256).then((opened) => {
      if (isGone) return;
      if (opened.type !== 'picture') return setShown(opened);
      url = URL.createObjectURL(opened.blob);
      setShown({ type: 'picture', url });
    });
    return () => {
      isGone = true;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [photos, sha256]);
  return shown;
};
