import { writeFileSync } from 'node:fs';
import encodeQR from 'qr';

const width = 640;
const height = 480;

/** Writes a film of a card with a QR code, for a browser that takes it for what its camera sees. */
export const filmQr = (text: string, file: string): void => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const scale = Math.floor(Math.min(width, height) / rows.length);
  const [left, top] = [width, height].map((side) => Math.floor((side - rows.length * scale) / 2));
  const light = Buffer.alloc(width * height, 200);
  rows.forEach((row, y) => {
    row.forEach((isDark, x) => {
      for (let line = 0; line < scale; line += 1) {
        const from = ((top ?? 0) + y * scale + line) * width + (left ?? 0) + x * scale;
        light.fill(isDark ? 20 : 235, from, from + scale);
      }
    });
  });
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]));
};
