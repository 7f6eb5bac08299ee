import type { Invariant } from './invariant.ts';
import { bounds } from './invariants/bounds.ts';
import { completeCursor } from './invariants/complete-cursor.ts';
import { convergence } from './invariants/convergence.ts';
import { digestHonesty } from './invariants/digest-honesty.ts';
import { durability } from './invariants/durability.ts';
import { exactlyOnce } from './invariants/exactly-once.ts';
import { liveness } from './invariants/liveness.ts';
import { noFlicker } from './invariants/no-flicker.ts';
import { noLostValue } from './invariants/no-lost-value.ts';
import { privacy } from './invariants/privacy.ts';
import { programOrder } from './invariants/program-order.ts';
import { scope } from './invariants/scope.ts';

/** Lists the invariants in the order in which a run asks at its end: who does not come to rest, then what is lost, then what merely differs. */
export const invariants: readonly Invariant[] = [
  exactlyOnce,
  liveness,
  durability,
  programOrder,
  scope,
  completeCursor,
  convergence,
  noFlicker,
  noLostValue,
  privacy,
  digestHonesty,
  bounds,
];
