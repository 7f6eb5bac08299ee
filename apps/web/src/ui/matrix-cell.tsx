import { memo } from 'react';
import { classNames } from './class-names.ts';
import styles from './matrix.module.css';
import type { Status } from './status.ts';
import { StatusSign } from './status-glyph.tsx';

export type MatrixDoor = {
  readonly id: string;
  /** What stands on the door. */
  readonly label: string;
  readonly status: Status;
  /** The word beside the sign: days, or the state by name. */
  readonly word: string;
  /** The whole of it in words, for a screen reader. */
  readonly name: string;
};

export type MatrixCellProps = {
  readonly door: MatrixDoor;
  readonly selected: boolean;
  /** The one cell that the Tab key reaches; arrows lead to the others. */
  readonly reachable: boolean;
};

const MatrixCellContent = ({ door, selected, reachable }: MatrixCellProps) => (
  <button
    type="button"
    data-door-id={door.id}
    className={classNames(styles.cell, styles[door.status], selected && styles.selected)}
    tabIndex={reachable ? 0 : -1}
    aria-label={door.name}
    aria-pressed={selected}
  >
    <span className={styles.door}>{door.label}</span>
    <span className={styles.word}>
      <StatusSign status={door.status} />
      <span>{door.word}</span>
    </span>
  </button>
);

const isSameCell = (a: MatrixCellProps, b: MatrixCellProps): boolean =>
  a.selected === b.selected &&
  a.reachable === b.reachable &&
  a.door.id === b.door.id &&
  a.door.label === b.door.label &&
  a.door.status === b.door.status &&
  a.door.word === b.door.word &&
  a.door.name === b.door.name;

/** One door. Memoised by what it says: a high-rise has hundreds, a tap changes two and a saved visit one. */
export const MatrixCell = memo(MatrixCellContent, isSameCell);
