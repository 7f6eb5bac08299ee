import { type RefObject, useEffect, useState } from 'react';
import { findReader } from './read-code.ts';

const lookEveryMs = 250;
/** The longest side that is read: enough for a card at arm's length, and quick on an old phone. */
const longestSide = 800;

/** Draws what is in front of a camera or in a picture onto a canvas of a size that is read quickly. */
export const drawToRead = (
  source: CanvasImageSource,
  size: { readonly width: number; readonly height: number },
): HTMLCanvasElement => {
  const scale = Math.min(1, longestSide / Math.max(size.width, size.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(size.width * scale));
  canvas.height = Math.max(1, Math.round(size.height * scale));
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
};

/** Shows the camera in a video and reads codes out of it until the page is left; tells whether there is a camera. */
export const useCamera = (
  video: RefObject<HTMLVideoElement | null>,
  onCode: (text: string) => void,
): 'opening' | 'open' | 'none' => {
  const [state, setState] = useState<'opening' | 'open' | 'none'>('opening');
  useEffect(() => {
    let isGone = false;
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
      const shown = video.current;
      if (isGone || shown === null) return stop();
      shown.srcObject = stream;
      await shown.play();
      const read = await findReader();
      setState('open');
      const look = async (): Promise<void> => {
        if (isGone) return;
        const size = { width: shown.videoWidth, height: shown.videoHeight };
        const text = size.width === 0 ? null : await read(drawToRead(shown, size)).catch(() => null);
        if (text !== null && !isGone) onCode(text);
        timer = setTimeout(() => void look(), lookEveryMs);
      };
      await look();
    };
    const stop = (): void => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    // Refused, in use, or not there: the page says what else can be done.
    open().catch(() => {
      if (!isGone) setState('none');
    });
    return () => {
      isGone = true;
      clearTimeout(timer);
      stop();
    };
  }, [video, onCode]);
  return state;
};
