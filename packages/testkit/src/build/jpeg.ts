/** Builds the smallest JPEG that is one in form: a header, tables, a frame of the given size and a scan; not meant to be looked at. */
export const newJpeg = (
  size: { readonly width: number; readonly height: number },
  scanBytes = 40,
  seed = 1,
): Uint8Array<ArrayBuffer> => {
  const scan = Array.from({ length: scanBytes }, (_, at) => (at * 31 + seed * 17) % 251);
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...letters('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    ...segment(0xc0, [8, ...word(size.height), ...word(size.width), 1, 1, 0x11, 0]),
    ...segment(0xc4, [0, ...Array.from({ length: 16 }, (_, at) => (at === 0 ? 1 : 0)), 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...scan,
    ...[0xff, 0xd9],
  ]);
};

/** Puts one more segment behind the beginning of a JPEG, as a camera does. */
export const withSegment = (jpeg: Uint8Array, marker: number, body: readonly number[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...jpeg.subarray(0, 2), ...segment(marker, body), ...jpeg.subarray(2)]);

/** Is what a camera writes that knows where it is: Exif with an orientation to turn by and a place (34.5 N, 113.5 E). */
export const gpsExif = (orientation = 1): readonly number[] => [
  ...letters('Exif\0\0MM\0*'),
  ...long(8),
  ...word(2),
  ...entry(0x0112, 3, 1, [...word(orientation), 0, 0]),
  ...entry(0x8825, 4, 1, long(38)),
  ...long(0),
  ...word(4),
  ...entry(1, 2, 2, [...letters('N\0'), 0, 0]),
  ...entry(2, 5, 3, long(92)),
  ...entry(3, 2, 2, [...letters('E\0'), 0, 0]),
  ...entry(4, 5, 3, long(116)),
  ...long(0),
  ...[34, 1, 30, 1, 0, 1, 113, 1, 30, 1, 0, 1].flatMap(long),
];

const segment = (marker: number, body: readonly number[]): readonly number[] => [
  0xff,
  marker,
  ...word(body.length + 2),
  ...body,
];
const entry = (tag: number, type: number, count: number, value: readonly number[]): readonly number[] => [
  ...word(tag),
  ...word(type),
  ...long(count),
  ...value,
];
const word = (value: number): readonly number[] => [value >> 8, value & 0xff];
const long = (value: number): readonly number[] => [...word(value >>> 16), ...word(value & 0xffff)];
const letters = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));
