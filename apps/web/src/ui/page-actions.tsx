import { ActionBar, type ActionBarProps } from './action-bar.tsx';
import styles from './page-actions.module.css';

/** An ActionBar in the flow of a page, within its gutters, where nothing has to stay at the thumb. */
export const PageActions = (props: ActionBarProps) => (
  <div className={styles.actions}>
    <ActionBar {...props} />
  </div>
);
