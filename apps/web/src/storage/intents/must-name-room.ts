import type { Visit } from '@lianxin/domain';

const ofOneHousehold: readonly Visit['outcome'][] = ['met', 'vacant', 'movedOut'];

/** Says whether a visit has to name one of the households behind its door: of several, only one was met, moved out or left its room empty. Nobody at home, and nobody let in, may be all of them. */
export const mustNameRoom = (outcome: Visit['outcome'], households: number): boolean =>
  households > 1 && ofOneHousehold.includes(outcome);
