import { t } from '../../locale/messages.ts';
import type { DoorStanding, DoorState } from '../../storage/reading/door-state.ts';
import type { Status } from '../../ui/status.ts';

const statusOf: Readonly<Record<DoorStanding, Status>> = {
  recent: 'done',
  soon: 'soon',
  due: 'due',
  overdue: 'overdue',
  noAnswer: 'nobodyHome',
  refused: 'refused',
  vacant: 'vacant',
};

/** The sign a door is drawn with. */
export const doorStatus = ({ standing }: DoorState): Status => statusOf[standing];

const vacantWord = ({ dwelling, lastVisit, households }: DoorState): string => {
  if (lastVisit?.outcome === 'movedOut') return t.register.cellWord.movedOut;
  const isKnown = dwelling.use === 'vacant' || lastVisit?.outcome === 'vacant' || households.length > 0;
  return isKnown ? t.register.cellWord.vacant : t.register.cellWord.empty;
};

/** The word beside the sign, at most four characters: days, or the state by name. */
export const doorWord = (door: DoorState): string => {
  switch (door.standing) {
    case 'noAnswer':
      return t.register.cellWord.nobodyHome;
    case 'refused':
      return t.register.cellWord.refused;
    case 'vacant':
      return vacantWord(door);
    case 'recent':
    case 'soon':
    case 'due':
    case 'overdue':
      return door.days === null ? t.register.cellWord.never : t.dates.daysShort(door.days);
  }
};

/** The whole of a door in words, for a screen reader: 602,已访,3 天前. */
export const doorCellName = (door: DoorState): string => {
  const detail = door.days === null ? t.register.neverVisited : t.dates.daysAgo(door.days);
  const state = door.standing === 'vacant' ? vacantWord(door) : t.register.status[doorStatus(door)];
  return t.register.cellName(door.dwelling.doorLabel, state, detail);
};
