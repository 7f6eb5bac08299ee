import { useId } from 'react';
import styles from './progress-bar.module.css';

export type ProgressBarProps = {
  readonly label: string;
  /** Null while it is not known how much there is. */
  readonly value: number | null;
  readonly max: number;
  /** Words for what the bar shows, such as 320 / 1,325 户. */
  readonly note?: string;
};

/** How much of something that takes a while is done. */
export const ProgressBar = ({ label, value, max, note }: ProgressBarProps) => {
  const id = useId();
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span id={id}>{label}</span>
        <span className={styles.note}>{note}</span>
      </div>
      <progress className={styles.bar} aria-labelledby={id} max={max} value={value ?? undefined} />
    </div>
  );
};
