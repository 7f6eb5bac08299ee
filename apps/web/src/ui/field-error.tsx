import { t } from '../locale/messages.ts';
import styles from './field-error.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export type FieldErrorProps = { readonly children: string | null | undefined };

/** What is wrong with an answer that has no field of its own to say it, such as chips; read aloud when it appears. */
export const FieldError = ({ children }: FieldErrorProps) =>
  children ? (
    <div className={styles.error} role="alert">
      <VisuallyHidden>{t.ui.wrong}</VisuallyHidden>
      {children}
    </div>
  ) : null;
