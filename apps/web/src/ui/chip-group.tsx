import { type ReactNode, useId } from 'react';
import styles from './chip.module.css';
import { classNames } from './class-names.ts';

export type ChipOption<Value extends string> = { readonly value: Value; readonly label: string };

type ChipGroupFrame<Value extends string> = {
  readonly label: string;
  /** The label is read aloud only, where the page already says it. */
  readonly labelHidden?: boolean;
  readonly options: readonly ChipOption<Value>[];
  /** More chips after the options, such as a ChipButton that opens a longer list. */
  readonly children?: ReactNode;
};

export type ChipGroupProps<Value extends string> = ChipGroupFrame<Value> &
  (
    | {
        readonly mode: 'single';
        readonly value: Value | null;
        /** Pressing the chosen chip takes the choice back: nothing is ever preset or forced. */
        readonly onChange: (value: Value | null) => void;
      }
    | { readonly mode: 'multi'; readonly value: readonly Value[]; readonly onChange: (value: Value[]) => void }
  );

const isChosen = <Value extends string>(props: ChipGroupProps<Value>, value: Value): boolean =>
  props.mode === 'single' ? props.value === value : props.value.includes(value);

const toggle = <Value extends string>(props: ChipGroupProps<Value>, value: Value): void => {
  if (props.mode === 'single') props.onChange(props.value === value ? null : value);
  else if (props.value.includes(value)) props.onChange(props.value.filter((other) => other !== value));
  else props.onChange([...props.value, value]);
};

/** A question answered by chips: one of them, or as many as apply. */
export const ChipGroup = <Value extends string>(props: ChipGroupProps<Value>) => {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={classNames(styles.legend, props.labelHidden && styles.legendHidden)}>{props.label}</legend>
      <div className={styles.chips}>
        {props.options.map((option) => (
          <label key={option.value} className={styles.chip}>
            <input
              className={styles.input}
              // A radio cannot be taken back, so a single choice listens to clicks and lets go of the checked one.
              type={props.mode === 'single' ? 'radio' : 'checkbox'}
              name={name}
              checked={isChosen(props, option.value)}
              onChange={() => toggle(props, option.value)}
              onClick={() => {
                if (props.mode === 'single' && props.value === option.value) props.onChange(null);
              }}
            />
            <span className={styles.face}>{option.label}</span>
          </label>
        ))}
        {props.children}
      </div>
    </fieldset>
  );
};
