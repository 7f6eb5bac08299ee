import { useEffect, useState, useSyncExternalStore } from 'react';
import { useWorkspace } from '../use-workspace.ts';
import type { OpenedPhoto, Photos } from './photos.ts';

const nothing = (): (() => void) => () => undefined;

/** Reads the pictures of the workspace; null until they are opened. The page is shown again whenever one of them comes further. */
export const usePhotos = (): Photos | null => {
  const lazy = useWorkspace().photos;
  const [photos, setPhotos] = useState<Photos | null>(null);
  useEffect(() => {
    let isGone = false;
    lazy.get().then(
      (opened) => {
        if (!isGone) setPhotos(opened);
      },
      // Without them the page shows that a picture is not there; the records are not touched by it.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [lazy]);
  useSyncExternalStore(photos?.subscribe ?? nothing, () => photos?.revision() ?? 0);
  return photos;
};

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
