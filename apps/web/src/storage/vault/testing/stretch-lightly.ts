import type { StretchPin } from '../argon2.ts';
import { stretchHere } from './stretch-here.ts';

/** The real Argon2id, with little memory: how hard it is belongs to the stored parameters and not to tests. */
export const stretchLightly: StretchPin = (pin, salt, { id, memoryKiB }) =>
  stretchHere(pin, salt, { id, memoryKiB: Math.min(memoryKiB, 64), passes: 1 });
