import type { Fault } from '@lianxin/testkit';

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
  'splitHousehold',
  'mergeHouseholds',
  'splitPerson',
  'mergePersons',
  'undoRegrouping',
  'raise',
  'advance',
  'publish',
  'claim',
  'release',
  'finish',
  'withdraw',
  'help',
  'decide',
  'answer',
  'addPhoto',
  'removePhoto',
  'issueCode',
  'endCode',
] as const;

/** Names what somebody does now and then: deciding about work that was held, and writing what breaks the server's rule. */
export const rareKinds = ['decideHeld', 'poison'] as const;

/** Is one of them. */
export type ActionKind = (typeof actionKinds)[number] | (typeof rareKinds)[number];

/** Is one thing that happens in a world. `phone`, `person`, `pick` and `index` wrap around what there is, so that every list of steps can be played. */
export type Step =
  | { readonly type: 'act'; readonly phone: number; readonly kind: ActionKind; readonly pick: number }
  /** Begins a round, whose requests then wait in the network. */
  | { readonly type: 'round'; readonly phone: number }
  /** Carries a whole round without faults. */
  | { readonly type: 'sync'; readonly phone: number }
  | { readonly type: 'deliver'; readonly index: number; readonly fault: Fault }
  /** Brings an answer that the phone had given up. */
  | { readonly type: 'late'; readonly index: number }
  | { readonly type: 'crash'; readonly phone: number; readonly when: 'now' | 'before' | 'after' }
  | { readonly type: 'clone'; readonly phone: number }
  /** Its owner takes a further phone, with nothing on it. */
  | { readonly type: 'fresh'; readonly phone: number }
  /** Puts a copy of the phone aside, as its maker's backup does. */
  | { readonly type: 'copyAside'; readonly phone: number }
  | { readonly type: 'rollBack'; readonly phone: number }
  /** Writes a rescue file of what the phone has not sent. */
  | { readonly type: 'exportWork'; readonly phone: number }
  /** An administrator hands a rescue file in, perhaps not for the first time. */
  | { readonly type: 'handIn'; readonly index: number }
  /** A row is lost from the phone's storage. */
  | { readonly type: 'corrupt'; readonly phone: number; readonly pick: number }
  | { readonly type: 'wait'; readonly ms: number }
  /** Somebody sets the phone's clock; `ms` is how far it is off from then on. */
  | { readonly type: 'setClock'; readonly phone: number; readonly ms: number }
  | { readonly type: 'post'; readonly person: number; readonly grids: number }
  | { readonly type: 'disable'; readonly person: number }
  | { readonly type: 'enable'; readonly person: number }
  | { readonly type: 'backUp' }
  | { readonly type: 'restore' };
