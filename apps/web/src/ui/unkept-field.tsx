import type { RefObject } from 'react';
import styles from './field.module.css';
import { Field, type FieldFrame } from './field.tsx';

export type UnkeptFieldProps = FieldFrame & {
  /** The only place where the text is: read it here and empty it here. */
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** The field is left with something in it, or without. */
  readonly onLeave: () => void;
  readonly maxLength?: number;
};

/** One line whose text no state ever holds and the browser does not offer again. */
export const UnkeptField = ({ inputRef, onLeave, maxLength, ...frame }: UnkeptFieldProps) => (
  <Field {...frame}>
    {(control) => (
      <input
        {...control}
        ref={inputRef}
        className={styles.control}
        type="text"
        defaultValue=""
        onBlur={onLeave}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={maxLength}
      />
    )}
  </Field>
);
