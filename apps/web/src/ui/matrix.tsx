import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import styles from './matrix.module.css';
import { MatrixCell, type MatrixDoor } from './matrix-cell.tsx';
import { matrixDoorWidthRem } from './matrix-door-width.ts';
import { isMatrixKey, type MatrixPlace, moveInMatrix } from './matrix-move.ts';

export type MatrixFloor = {
  readonly id: string;
  readonly label: string;
  readonly doors: readonly MatrixDoor[];
};

export type MatrixProps = {
  readonly label: string;
  /** From the top floor down. */
  readonly floors: readonly MatrixFloor[];
  readonly selectedId?: string | null;
  readonly onSelect: (doorId: string) => void;
};

type GridStyle = CSSProperties & { '--doors': number; '--door-width': string };

const placeOf = (floors: readonly MatrixFloor[], id: string | null): MatrixPlace | null => {
  for (const [floor, { doors }] of floors.entries()) {
    const door = doors.findIndex((candidate) => candidate.id === id);
    if (door >= 0) return { floor, door };
  }
  return null;
};

const doorIdOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('[data-door-id]')?.getAttribute('data-door-id') ?? null) : null;

const cellOf = (grid: HTMLElement | null, id: string): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(`[data-door-id="${CSS.escape(id)}"]`) ?? null;

/** A stairwell as it stands: floors from the top, doors from the left, each with its state. */
export const Matrix = ({ label, floors, selectedId = null, onSelect }: MatrixProps) => {
  const grid = useRef<HTMLTableElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const reachableId =
    [focusedId, selectedId].find((id) => placeOf(floors, id) !== null) ??
    floors.find((floor) => floor.doors.length > 0)?.doors[0]?.id;
  const doors = Math.max(1, ...floors.map((floor) => floor.doors.length));
  const style = useMemo((): GridStyle => {
    const written = floors.flatMap((floor) => floor.doors);
    return { '--doors': doors, '--door-width': `${matrixDoorWidthRem(written, doors)}rem` };
  }, [floors, doors]);
  // Whoever is led on by the dock sees where they are now, above it.
  useEffect(() => {
    if (selectedId !== null) cellOf(grid.current, selectedId)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selectedId]);

  const onKeyDown = (event: KeyboardEvent) => {
    const from = placeOf(floors, doorIdOf(event.target));
    if (from === null || !isMatrixKey(event.key)) return;
    event.preventDefault();
    const to = moveInMatrix(
      floors.map((floor) => floor.doors.length),
      from,
      event.key,
    );
    const id = floors[to.floor]?.doors[to.door]?.id;
    if (id === undefined) return;
    setFocusedId(id);
    cellOf(grid.current, id)?.focus();
  };
  const onClick = (event: MouseEvent) => {
    const id = doorIdOf(event.target);
    if (id === null) return;
    setFocusedId(id);
    onSelect(id);
  };

  return (
    <div className={styles.scroll}>
      <table
        ref={grid}
        className={classNames(styles.grid, doors >= 5 && styles.tight)}
        aria-label={label}
        style={style}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <tbody>
          {floors.map((floor) => (
            <tr key={floor.id} className={styles.row}>
              <th className={styles.floor} scope="row">
                {floor.label}
              </th>
              {floor.doors.map((door) => (
                <td key={door.id} className={styles.slot}>
                  <MatrixCell door={door} selected={door.id === selectedId} reachable={door.id === reachableId} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
