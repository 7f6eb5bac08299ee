import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './pick-toggle.module.css';

export type PickToggleProps = {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
};

/** A filter above a desk table that is on or off; quieter than a Button, so that the one thing to do stays the loudest. */
export const PickToggle = ({ pressed, onClick, children }: PickToggleProps) => (
  <button
    type="button"
    className={classNames(styles.toggle, pressed && styles.pressed)}
    aria-pressed={pressed}
    onClick={onClick}
  >
    {children}
  </button>
);
