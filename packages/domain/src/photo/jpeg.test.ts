import { gpsExif, newJpeg, withSegment } from '@lianxin/testkit';
import { describe, expect, it } from 'vitest';
import { checkJpeg, cleanJpeg } from './jpeg.ts';

const picture = newJpeg({ width: 1600, height: 1200 });
const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const fault = (bytes: Uint8Array) => {
  const checked = checkJpeg(bytes);
  return checked.ok ? null : checked.error;
};

describe('a JPEG that is kept', () => {
  it('tells its size without being drawn, also a size that no memory could hold', () => {
    expect(checkJpeg(picture)).toEqual({ ok: true, value: { width: 1600, height: 1200 } });
    expect(checkJpeg(newJpeg({ width: 50_000, height: 50_000 }))).toEqual({
      ok: true,
      value: { width: 50_000, height: 50_000 },
    });
  });

  it.each([
    ['Exif with a place', withSegment(picture, 0xe1, gpsExif()), 'foreignSegment'],
    ['XMP', withSegment(picture, 0xe1, letters('http://ns.adobe.com/xap/1.0/\0<x/>')), 'foreignSegment'],
    ['a colour profile', withSegment(picture, 0xe2, letters('ICC_PROFILE\0')), 'foreignSegment'],
    ['a second, larger picture', withSegment(picture, 0xe2, letters('MPF\0')), 'foreignSegment'],
    ['Photoshop notes', withSegment(picture, 0xed, letters('Photoshop 3.0\0')), 'foreignSegment'],
    ['a comment', withSegment(picture, 0xfe, letters('王建国家')), 'foreignSegment'],
    ['a header with a preview', withSegment(picture, 0xe0, letters('JFXX\0\x10')), 'foreignSegment'],
    [
      'a table that is too long to be one',
      withSegment(
        picture,
        0xdb,
        Array.from({ length: 9_000 }, () => 7),
      ),
      'foreignSegment',
    ],
    ['bytes behind its end', Uint8Array.from([...picture, 0x50, 0x4b]), 'trailingBytes'],
    ['two frames', withSegment(picture, 0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]), 'unusualCoding'],
    ['a height that comes later', newJpeg({ width: 10, height: 0 }), 'unusualCoding'],
    ['no end', picture.subarray(0, -2), 'notJpeg'],
    ['a segment that ends nowhere', Uint8Array.from([0xff, 0xd8, 0xff, 0xdb, 0xff, 0xff, 0]), 'notJpeg'],
    ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'notJpeg'],
    ['a page', Uint8Array.from(letters('<html><script>1</script>')), 'notJpeg'],
    ['nothing', new Uint8Array(), 'notJpeg'],
  ])('is not one with %s', (_, bytes, expected) => {
    expect(fault(bytes)).toBe(expected);
  });

  it('is cleaned of everything but the picture, which stays as it is', () => {
    const camera = withSegment(withSegment(picture, 0xfe, letters('note')), 0xe1, gpsExif());
    expect(cleanJpeg(Uint8Array.from([...camera, 1, 2, 3]))).toEqual({ ok: true, value: picture });
    expect(cleanJpeg(picture)).toEqual({ ok: true, value: picture });
    expect(cleanJpeg(Uint8Array.from([1, 2]))).toEqual({ ok: false, error: 'notJpeg' });
  });

  it('keeps zeroes and restart marks of a scan, and every scan of a progressive one', () => {
    const scans = [0xff, 0, 7, 0xff, 0xd0, 9, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 5, 0xff, 0xd9];
    const bytes = Uint8Array.from([...picture.subarray(0, -2), ...scans]);
    expect(fault(bytes)).toBe(null);
    expect(cleanJpeg(bytes)).toEqual({ ok: true, value: bytes });
  });
});
