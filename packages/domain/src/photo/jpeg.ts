import { err, ok, type Result } from '../kernel/result.ts';

/** Is the size of a picture in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Names why bytes are no picture that may be kept. */
export type JpegFault = 'notJpeg' | 'foreignSegment' | 'trailingBytes' | 'unusualCoding';

interface Segment {
  readonly marker: number;
  /** Where the segment begins, with its marker, and where the next one does. */
  readonly from: number;
  readonly to: number;
}

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const jfif = 0xe0;
/** Baseline and progressive, the codings that every browser writes and reads. */
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

/**
 * What a picture needs to be drawn, with the longest that each can be: quantisation and Huffman tables, restart interval, frame and scan. Everything else
 * can carry words: Exif and XMP with the place, ICC, IPTC, comments, previews.
 */
const longest: ReadonlyMap<number, number> = new Map([
  [0xdb, 2 + 4 * 129],
  [0xc4, 2 + 8 * (17 + 256)],
  [0xdd, 4],
  ...[...frames].map((marker) => [marker, 8 + 3 * 3] as const),
  [startOfScan, 6 + 2 * 3],
]);

/** Reads the size of a JPEG that holds nothing but its picture; a fault for anything else. No pixel is decoded. */
export const checkJpeg = (bytes: Uint8Array): Result<PictureSize, JpegFault> => {
  const walked = walkJpeg(bytes);
  if (!walked.ok) return walked;
  const { segments, end } = walked.value;
  if (end !== bytes.length) return err('trailingBytes');
  if (segments.some((segment) => !isKept(bytes, segment))) return err('foreignSegment');
  return sizeIn(bytes, segments);
};

/** Copies a JPEG without whatever is not its picture, so that what a camera or a browser wrote beside it goes no further. */
export const cleanJpeg = (bytes: Uint8Array): Result<Uint8Array, JpegFault> => {
  const walked = walkJpeg(bytes);
  if (!walked.ok) return walked;
  const kept = walked.value.segments.filter((segment) => isKept(bytes, segment));
  const parts = [bytes.subarray(0, 2), ...kept.map(({ from, to }) => bytes.subarray(from, to))];
  const clean = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 2));
  let at = 0;
  for (const part of parts) {
    clean.set(part, at);
    at += part.length;
  }
  clean.set([0xff, endOfImage], at);
  return ok(clean);
};

/** Walks from marker to marker up to the end of the image. */
const walkJpeg = (
  bytes: Uint8Array,
): Result<{ readonly segments: readonly Segment[]; readonly end: number }, JpegFault> => {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return err('notJpeg');
  const segments: Segment[] = [];
  for (let at = 2; ; ) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) return err('notJpeg');
    if (marker === endOfImage) return ok({ segments, end: at + 2 });
    // Markers without a length have no place outside of a scan.
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= startOfImage)) return err('notJpeg');
    const length = wordAt(bytes, at + 2);
    const body = at + 2 + length;
    if (length < 2 || body > bytes.length) return err('notJpeg');
    const to = marker === startOfScan ? endOfScan(bytes, body) : body;
    segments.push({ marker, from: at, to });
    at = to;
  }
};

/** Coded pixels go on to the next marker; a zero after 0xff and restart marks belong to them. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
};

const isKept = (bytes: Uint8Array, segment: Segment): boolean => {
  if (segment.marker === jfif) return isPlainJfif(bytes, segment);
  return wordAt(bytes, segment.from + 2) <= (longest.get(segment.marker) ?? 0);
};

/** The usual header of 16 bytes; one with a preview in it is another picture. */
const isPlainJfif = (bytes: Uint8Array, { from, to }: Segment): boolean =>
  to - from === 18 && [0x4a, 0x46, 0x49, 0x46, 0].every((letter, at) => bytes[from + 4 + at] === letter);

const sizeIn = (bytes: Uint8Array, segments: readonly Segment[]): Result<PictureSize, JpegFault> => {
  const found = segments.filter(({ marker }) => frames.has(marker));
  const [frame] = found;
  const hasScan = segments.some(({ marker }) => marker === startOfScan);
  if (frame === undefined || found.length !== 1 || !hasScan) return err('unusualCoding');
  const { from, to } = frame;
  const components = bytes[from + 9];
  if (bytes[from + 4] !== 8 || (components !== 1 && components !== 3)) return err('unusualCoding');
  if (to - from !== 10 + components * 3) return err('unusualCoding');
  const [height, width] = [wordAt(bytes, from + 5), wordAt(bytes, from + 7)];
  return height === 0 || width === 0 ? err('unusualCoding') : ok({ width, height });
};

const wordAt = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
