import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { classNames } from './class-names.ts';

export type ChipButtonProps = {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly pressed?: boolean | undefined;
  /** Needed where the chip shows only a sign, such as +. */
  readonly label?: string | undefined;
};

/** An action that stands among chips. */
export const ChipButton = ({ children, onClick, pressed, label }: ChipButtonProps) => (
  <button
    type="button"
    className={classNames(styles.chip, styles.face)}
    onClick={onClick}
    aria-pressed={pressed}
    aria-label={label}
  >
    {children}
  </button>
);
