import { err, type Result } from '@lianxin/domain';
import { type NoPicture, type ShrunkPicture, shrinkPicture } from './shrink-picture.ts';

type Shrunk = Result<ShrunkPicture, NoPicture>;

/** A visit waits for its photos, and must not wait for one that a browser never finishes. */
const longestMs = 30_000;

/** Shrinks a picture, in a worker where the browser can draw in one. */
export const shrinkPhoto = (file: Blob): Promise<Shrunk> =>
  Promise.race([
    shrink(file),
    new Promise<Shrunk>((resolve) => setTimeout(() => resolve(err('unreadable')), longestMs)),
  ]);

const shrink = async (file: Blob): Promise<Shrunk> => {
  const shrunk = 'OffscreenCanvas' in window ? await inWorker(file) : null;
  return shrunk ?? (await shrinkPicture(file, createCanvas));
};

const createCanvas = (width: number, height: number): HTMLCanvasElement =>
  Object.assign(document.createElement('canvas'), { width, height });

/** Null when the worker could not: some browsers have the canvas and cannot draw photos on it. */
const inWorker = (file: Blob): Promise<Shrunk | null> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./shrink-worker.ts', import.meta.url), { type: 'module' });
    const end = (shrunk: Shrunk | null): void => {
      worker.terminate();
      resolve(shrunk);
    };
    worker.onmessage = ({ data }: MessageEvent<Shrunk | null>) => end(data);
    worker.onerror = () => end(null);
    worker.postMessage(file);
  });
