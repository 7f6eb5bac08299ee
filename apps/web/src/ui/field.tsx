import { type ReactNode, useId } from 'react';
import { t } from '../locale/messages.ts';
import styles from './field.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

/** What every field has, whatever is typed or chosen in it. */
export type FieldFrame = {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  /** Said under the field and read aloud with it. */
  readonly error?: string | null | undefined;
  readonly required?: boolean;
};

/** The attributes that tie a control to its label, hint and error. */
export type FieldControl = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly required: boolean | undefined;
};

export type FieldProps = FieldFrame & { readonly children: (control: FieldControl) => ReactNode };

/** A label, the control it names, and under it what helps or what is wrong. */
export const Field = ({ label, labelHidden, hint, error, required, children }: FieldProps) => {
  const id = useId();
  const describedBy = [hint && `${id}hint`, error && `${id}error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error ? true : undefined,
        required,
      })}
      {hint && (
        <div id={`${id}hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}error`} className={styles.error} role="alert">
          <VisuallyHidden>{t.ui.wrong}</VisuallyHidden>
          {error}
        </div>
      )}
    </div>
  );
};
