import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Field, type FieldFrame } from './field.tsx';

export type TextFieldProps = FieldFrame & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'tel';
  /** code: a few large letters, such as an invitation typed from paper. */
  readonly look?: 'plain' | 'code';
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'tel';
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly disabled?: boolean;
};

/** One line of text. */
export const TextField = ({ value, onChange, type = 'text', look = 'plain', ...props }: TextFieldProps) => (
  <Field {...props}>
    {(control) => (
      <input
        {...control}
        className={classNames(styles.control, look === 'code' && styles.code)}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete={props.autoComplete ?? 'off'}
        autoCapitalize="off"
        spellCheck={false}
        inputMode={props.inputMode}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        disabled={props.disabled}
      />
    )}
  </Field>
);
