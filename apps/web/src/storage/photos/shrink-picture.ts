import { checkJpeg, cleanJpeg, err, maxPhotoBytes, ok, type Result } from '@lianxin/domain';

/** Is a picture small enough to keep, without anything that a camera wrote beside it. */
export interface ShrunkPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** Says that the phone cannot read a file as a picture. */
export type NoPicture = 'unreadable';

type Canvas = OffscreenCanvas | HTMLCanvasElement;

/** The longest sides that are tried, the first being what a screen shows well. */
const sides = [1_600, 1_280, 1_024, 800, 640];
const qualities = [0.82, 0.7, 0.55, 0.4];
/** No camera makes more pixels; a file that announces them is meant to take the phone's memory. */
const mostPixels = 250_000_000;
const mostBytes = 60_000_000;

/**
 * Draws a picture upright on a canvas and writes it anew as a JPEG of at most 300 KB. What was drawn is only pixels, and what a browser writes beside them on
 * its own is cut off, so neither the place nor the camera goes any further.
 */
export const shrinkPicture = async (
  file: Blob,
  createCanvas: (width: number, height: number) => Canvas,
): Promise<Result<ShrunkPicture, NoPicture>> => {
  if (file.size > mostBytes || (await announcedPixels(file)) > mostPixels) return err('unreadable');
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (bitmap === null || bitmap.width * bitmap.height === 0) return err('unreadable');
  try {
    for (const side of sides) {
      const canvas = draw(bitmap, Math.min(1, side / Math.max(bitmap.width, bitmap.height)), createCanvas);
      for (const quality of qualities) {
        const written = cleanJpeg(new Uint8Array(await (await toJpeg(canvas, quality)).arrayBuffer()));
        if (!written.ok) return err('unreadable');
        if (written.value.length > maxPhotoBytes) continue;
        return ok({ bytes: Uint8Array.from(written.value), width: canvas.width, height: canvas.height });
      }
    }
    return err('unreadable');
  } finally {
    bitmap.close();
  }
};

const draw = (bitmap: ImageBitmap, scale: number, createCanvas: (width: number, height: number) => Canvas): Canvas => {
  const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale)));
  const canvas = createCanvas(width ?? 1, height ?? 1);
  // Both kinds of canvas have this context; the compiler knows no common one for the two.
  const context = canvas.getContext('2d') as CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
  if (context === null) throw new Error('this browser draws no pictures');
  context.imageSmoothingQuality = 'high';
  // JPEG knows no transparency: what shows through is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
};

const toJpeg = async (canvas: Canvas, quality: number): Promise<Blob> => {
  if (!('toBlob' in canvas)) return await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return await new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('this browser writes no JPEG')) : resolve(blob)),
      'image/jpeg',
      quality,
    ),
  );
};

/** Reads how large a picture says it is before anything is drawn; 0 where it does not say so at a known place. */
const announcedPixels = async (file: Blob): Promise<number> => {
  const head = new DataView(await file.slice(0, 24).arrayBuffer());
  if (head.byteLength === 24 && head.getUint32(0) === 0x89504e47) return head.getUint32(16) * head.getUint32(20);
  const clean = cleanJpeg(new Uint8Array(await file.arrayBuffer()));
  const size = clean.ok ? checkJpeg(clean.value) : clean;
  return size.ok ? size.value.width * size.value.height : 0;
};
