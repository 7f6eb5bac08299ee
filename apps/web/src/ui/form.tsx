import type { ReactNode } from 'react';
import styles from './form.module.css';

export type FormProps = {
  readonly label?: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** Under the fields, in line with them: an ActionBar. */
  readonly bar?: ReactNode;
};

/** Fields that are sent together; Enter sends them too. The browser's own bubbles stay out: errors stand at their fields. */
export const Form = ({ label, onSubmit, children, bar }: FormProps) => (
  <form
    noValidate
    aria-label={label}
    onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    {children}
    {bar && <div className={styles.bar}>{bar}</div>}
  </form>
);
