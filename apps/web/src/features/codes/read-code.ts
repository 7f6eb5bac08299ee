/** Reads a QR code out of a picture; null when there is none in it. */
export type ReadCode = (canvas: HTMLCanvasElement) => Promise<string | null>;

interface Detector {
  readonly detect: (source: CanvasImageSource) => Promise<readonly { readonly rawValue: string }[]>;
}

type DetectorClass = {
  new (options: { readonly formats: readonly string[] }): Detector;
  readonly getSupportedFormats: () => Promise<readonly string[]>;
};

/** Finds the phone's own reader, which is faster, or fetches ours where it has none. */
export const findReader = async (): Promise<ReadCode> => {
  const own = await ownDetector();
  return own === null ? await ourReader() : async (canvas) => (await own.detect(canvas))[0]?.rawValue ?? null;
};

const ownDetector = async (): Promise<Detector | null> => {
  // No browser's types know it yet.
  const found = (window as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (found === undefined) return null;
  const formats = await found.getSupportedFormats().catch((): readonly string[] => []);
  return formats.includes('qr_code') ? new found({ formats: ['qr_code'] }) : null;
};

const ourReader = async (): Promise<ReadCode> => {
  const { decodeQR } = await loadDecoder();
  return async (canvas) => {
    const { width, height } = canvas;
    const data = canvas.getContext('2d', { willReadFrequently: true })?.getImageData(0, 0, width, height).data;
    try {
      return data === undefined ? null : decodeQR({ width, height, data });
    } catch {
      // It throws where it finds no code, which most pictures have none of.
      return null;
    }
  };
};

const loadDecoder = async (): Promise<{
  readonly decodeQR: (image: { width: number; height: number; data: Uint8ClampedArray }) => string;
}> => {
  const { default: decodeQR } = await import('qr/decode.js');
  return { decodeQR };
};
