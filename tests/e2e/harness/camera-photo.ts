import { gpsExif, withSegment } from '@lianxin/testkit';
import type { Page } from '@playwright/test';

/** Is a file as a phone's camera leaves it. */
export interface CameraPhoto {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/**
 * Takes a photo of 3000 by 2000 pixels, several megabytes of noise, red on its left side. It says that it is to be turned by a quarter, and where it was
 * taken: upright it is higher than wide and red at the top.
 */
export const takeCameraPhoto = async (page: Page, seed = 1): Promise<CameraPhoto> => {
  const base64 = await page.evaluate(async (start) => {
    const canvas = new OffscreenCanvas(3_000, 2_000);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    const picture = context.createImageData(3_000, 2_000);
    let noise = start;
    for (let at = 0; at < picture.data.length; at += 4) {
      noise = (noise * 1_103_515_245 + 12_345) % 2_147_483_648;
      const grey = 60 + (noise >> 24);
      const isRed = (at / 4) % 3_000 < 1_500;
      picture.data.set([isRed ? 220 : grey, grey, isRed ? 20 : grey, 255], at);
    }
    context.putImageData(picture, 0, 0);
    const bytes = new Uint8Array(
      await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })).arrayBuffer(),
    );
    let text = '';
    for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
    return btoa(text);
  }, seed);
  const jpeg = withSegment(Buffer.from(base64, 'base64'), 0xe1, gpsExif(6));
  return { name: 'IMG_20261120_0812.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(jpeg) };
};
