import { type PhoneSteps, phoneSteps } from '../steps/phone-steps.ts';
import { type ServerHabits, type ServerSteps, serverHabits, serverSteps } from '../steps/server-steps.ts';
import { phoneAblations } from './phone-ablations.ts';
import { habitAblations, serverAblations } from './server-ablations.ts';

/** Is the name of a mechanism of the protocol that a simulation can do without, to see that it is needed and that its loss is noticed. */
export type Ablation = keyof typeof phoneAblations | keyof typeof serverAblations | keyof typeof habitAblations;

/** Lists them. */
export const ablations: readonly Ablation[] = [
  ...namesOf(habitAblations),
  ...namesOf(serverAblations),
  ...namesOf(phoneAblations),
];

/** Is how a world works. */
export interface Workings {
  readonly phoneSteps: PhoneSteps;
  readonly serverSteps: ServerSteps;
  readonly serverHabits: ServerHabits;
}

/** Switches mechanisms off by wrapping what goes into the project's own steps and what comes out; the steps themselves know nothing of it. */
export const ablated = (off: readonly Ablation[]): Workings => {
  let workings: Workings = { phoneSteps, serverSteps, serverHabits };
  for (const name of off) {
    if (isIn(phoneAblations, name))
      workings = { ...workings, phoneSteps: { ...workings.phoneSteps, ...phoneAblations[name](workings.phoneSteps) } };
    else if (isIn(serverAblations, name))
      workings = {
        ...workings,
        serverSteps: { ...workings.serverSteps, ...serverAblations[name](workings.serverSteps) },
      };
    else if (isIn(habitAblations, name))
      workings = { ...workings, serverHabits: { ...workings.serverHabits, ...habitAblations[name] } };
  }
  return workings;
};

function namesOf<K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(table) as K[];
}

const isIn = <K extends string>(table: Readonly<Record<K, unknown>>, name: string): name is K =>
  Object.hasOwn(table, name);
