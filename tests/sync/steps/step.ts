import type { Fault } from '@lianxin/testkit';
import * as fc from 'fast-check';

/** Names what a person may do with a phone. */
export const actionKinds = [
  'visit',
  'visit',
  'void',
  'edit',
  'edit',
  'edit',
  'edit',
  'addDwelling',
  'addHousehold',
  'addMember',
  'joinHousehold',
  'moveHousehold',
  'endMembership',
  'endHousehold',
  'addTag',
  'endTag',
  'raise',
  'advance',
  'publish',
  'claim',
  'release',
  'finish',
  'withdraw',
  'help',
  'decide',
] as const;

/** Is one of them. */
export type ActionKind = (typeof actionKinds)[number];

/** Is one thing that happens in a world. `phone`, `pick` and `index` wrap around what there is, so every list of steps can be played. */
export type Step =
  | { readonly type: 'act'; readonly phone: number; readonly kind: ActionKind; readonly pick: number }
  | { readonly type: 'round'; readonly phone: number }
  | { readonly type: 'deliver'; readonly index: number; readonly fault: Fault }
  | { readonly type: 'late'; readonly index: number }
  | { readonly type: 'crash'; readonly phone: number; readonly when: 'now' | 'before' | 'after' }
  | { readonly type: 'clone'; readonly phone: number }
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'post'; readonly person: number; readonly grids: number };

const phone = fc.nat(5);
/** Mostly small, so that people meet at the same few records. */
const pick = fc.oneof({ weight: 3, arbitrary: fc.nat(7) }, { weight: 1, arbitrary: fc.nat(1_000) });
const fault = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Fault>('none') },
  { weight: 1, arbitrary: fc.constantFrom<Fault>('loseRequest', 'loseAnswer', 'duplicate', 'lateAnswer') },
);

/** Generates steps: mostly work and traffic, some trouble. */
export const steps = (options: { readonly minLength: number; readonly maxLength: number }): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      {
        weight: 10,
        arbitrary: fc.record({
          type: fc.constant('act' as const),
          phone,
          kind: fc.constantFrom(...actionKinds),
          pick,
        }),
      },
      { weight: 4, arbitrary: fc.record({ type: fc.constant('round' as const), phone }) },
      { weight: 10, arbitrary: fc.record({ type: fc.constant('deliver' as const), index: fc.nat(5), fault }) },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('late' as const), index: fc.nat(5) }) },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constant('crash' as const),
          phone,
          when: fc.constantFrom('now' as const, 'before' as const, 'after' as const),
        }),
      },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('wait' as const), ms: fc.nat(600_000) }) },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('post' as const), person: fc.nat(2), grids: fc.nat(3) }) },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('clone' as const), phone }) },
    ),
    { minLength: options.minLength, maxLength: options.maxLength, size: 'max' },
  );
