import type { Photos } from './photos.ts';

/** Is the pictures of a workspace, fetched after the first page: nothing on it needs them. */
export interface LazyPhotos {
  readonly get: () => Promise<Photos>;
  readonly stop: () => void;
}

/** Opens the pictures once, when they are first asked for, and again when that failed. */
export const lazyPhotos = (open: () => Promise<Photos>): LazyPhotos => {
  let opening: Promise<Photos> | null = null;
  let isStopped = false;
  return {
    get: () => {
      opening ??= open().then(
        (photos) => {
          if (isStopped) photos.stop();
          return photos;
        },
        (cause: unknown) => {
          // Whatever it was may have passed by the time that somebody asks again.
          opening = null;
          throw cause;
        },
      );
      return opening;
    },
    stop: () => {
      isStopped = true;
      // Whatever kept them from opening was told where they were asked for.
      opening?.then(
        (photos) => photos.stop(),
        () => undefined,
      );
    },
  };
};
