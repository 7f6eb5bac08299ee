import { t } from '../../locale/messages.ts';
import type { DwellingRecord } from '../../storage/reading/door-state.ts';
import type { Neighbours } from '../../storage/reading/door-walk.ts';
import type { StepsProps } from '../../ui/steps.tsx';

/** The doors before and after one, as steps to be pressed. */
export const stepsTo = ({ previous, next }: Neighbours, onStep: (door: DwellingRecord) => void): StepsProps => ({
  previous:
    previous === null
      ? undefined
      : {
          text: previous.doorLabel,
          label: t.register.previousDoor(previous.doorLabel),
          onPress: () => onStep(previous),
        },
  next:
    next === null
      ? undefined
      : {
          text: next.doorLabel,
          label: t.register.nextDoor(next.doorLabel),
          onPress: () => onStep(next),
        },
});
