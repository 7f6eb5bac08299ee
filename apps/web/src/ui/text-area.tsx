import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Field, type FieldFrame } from './field.tsx';

export type TextAreaProps = FieldFrame & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly rows?: number;
};

/** Several lines of text. */
export const TextArea = ({ value, onChange, placeholder, maxLength, rows = 2, ...frame }: TextAreaProps) => (
  <Field {...frame}>
    {(control) => (
      <textarea
        {...control}
        className={classNames(styles.control, styles.area)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        placeholder={placeholder}
        maxLength={maxLength}
        rows={rows}
        // Browsers write down what stands in a form for when the tab is opened again, unless they are told not to.
        autoComplete="off"
      />
    )}
  </Field>
);
