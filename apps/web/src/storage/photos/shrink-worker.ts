import { shrinkPicture } from './shrink-picture.ts';

/** Shrinks one picture beside the page, so that nobody's thumb waits for it. */
self.onmessage = async ({ data }: MessageEvent<Blob>): Promise<void> => {
  const shrunk = await shrinkPicture(data, (width, height) => new OffscreenCanvas(width, height)).catch(() => null);
  self.postMessage(shrunk);
};
