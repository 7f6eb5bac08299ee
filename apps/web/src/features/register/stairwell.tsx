import { useMemo } from 'react';
import { t } from '../../locale/messages.ts';
import type { DoorState } from '../../storage/reading/door-state.ts';
import { toStairwell } from '../../storage/reading/stairwell.ts';
import { Matrix, type MatrixFloor } from '../../ui/matrix.tsx';
import { doorCellName, doorStatus, doorWord } from './door-status.ts';

export interface StairwellProps {
  readonly name: string;
  readonly doors: readonly DoorState[];
  readonly selectedId: string | null;
  readonly onSelect: (dwellingId: string) => void;
}

const toFloors = (doors: readonly DoorState[]): readonly MatrixFloor[] =>
  toStairwell(doors).map(({ floor, doors: beside }) => ({
    id: String(floor),
    label: floor === null ? t.register.withoutFloor : t.register.floor(floor),
    doors: beside.map((door) => ({
      id: door.dwelling.id,
      label: door.dwelling.doorLabel,
      status: doorStatus(door),
      word: doorWord(door),
      name: doorCellName(door),
    })),
  }));

/** The doors of one stairwell as they stand, each with how long ago somebody was there. */
export const Stairwell = ({ name, doors, selectedId, onSelect }: StairwellProps) => {
  const floors = useMemo(() => toFloors(doors), [doors]);
  return <Matrix label={t.register.matrixLabel(name)} floors={floors} selectedId={selectedId} onSelect={onSelect} />;
};
