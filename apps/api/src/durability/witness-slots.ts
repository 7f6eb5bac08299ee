import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { highWaterSchema } from './high-water.ts';

const noteSchema = z.object({ generation: z.int(), highWater: highWaterSchema });

/** Is a witness as it lies in one slot: the later one of two whole slots counts. */
export type WitnessNote = z.infer<typeof noteSchema>;

const mark = 'lianxin-witness-1';

/** Writes a note as a line of its length and hash, and a line of JSON: readable by eye, and whole or not at all. */
export const encodeNote = (note: WitnessNote): Buffer => {
  const body = Buffer.from(JSON.stringify(note));
  return Buffer.concat([Buffer.from(`${mark} ${body.length} ${hashOf(body)}\n`), body, Buffer.from('\n')]);
};

/** Reads one slot; undefined for one that was never written, or written half. */
export const decodeNote = (slot: Buffer): WitnessNote | undefined => {
  const lineEnd = slot.indexOf(10);
  const [found, length, hash] = slot.toString('utf8', 0, Math.max(lineEnd, 0)).split(' ');
  if (found !== mark) return undefined;
  const body = slot.subarray(lineEnd + 1, lineEnd + 1 + Number(length));
  if (hashOf(body) !== hash) return undefined;
  return noteSchema.parse(JSON.parse(body.toString('utf8')));
};

const hashOf = (body: Buffer): string => createHash('sha256').update(body).digest('base64url');
