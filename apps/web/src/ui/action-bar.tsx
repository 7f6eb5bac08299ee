import type { ReactNode } from 'react';
import styles from './action-bar.module.css';

export type ActionBarProps = {
  /** One to three Buttons; a slim one takes less room than a main or plain one. */
  readonly children: ReactNode;
  /** One quiet line under the buttons. */
  readonly note?: ReactNode;
};

/** A row of thumb-sized buttons that share the width. */
export const ActionBar = ({ children, note }: ActionBarProps) => (
  <div>
    <div className={styles.buttons}>{children}</div>
    {note && <p className={styles.note}>{note}</p>}
  </div>
);
