import type { Locator } from '@playwright/test';
import decodeQR from 'qr/decode.js';

/** Reads a QR code as a phone's camera would: out of a picture of what is shown. */
export const readQr = async (shown: Locator): Promise<string> => {
  const picture = (await shown.screenshot()).toString('base64');
  const { width, height, data } = await shown.page().evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
    return { width: bitmap.width, height: bitmap.height, data: [...pixels] };
  }, picture);
  return decodeQR({ width, height, data: Uint8ClampedArray.from(data) });
};
