import type { ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

export type ButtonLook = {
  /** main: the one thing to do here; plain: an equal choice; slim: a lesser one; outline: an offer; quiet: a word to press; bare: a quieter one beside a title. */
  readonly variant?: 'main' | 'plain' | 'slim' | 'outline' | 'quiet' | 'bare' | 'danger';
  /** thumb: phone actions; compact: desk bars and rows. */
  readonly size?: 'thumb' | 'compact';
  readonly children: ReactNode;
};

export type ButtonProps = ButtonLook & {
  readonly onClick?: () => void;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean | undefined;
  /** Work is under way: the button stays in place and takes no second press. */
  readonly busy?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  /** Needed when the visible word alone does not say what is pressed. */
  readonly label?: string | undefined;
};

/** The class names of a look, shared with links that look like buttons. */
export const buttonLook = ({ variant = 'plain', size = 'thumb' }: ButtonLook): string =>
  classNames(styles.button, styles[variant], styles[size]);

/** A button with a word on it. */
export const Button = (props: ButtonProps) => (
  <button
    type={props.type ?? 'button'}
    data-variant={props.variant}
    className={classNames(buttonLook(props), props.pressed && styles.pressed)}
    onClick={props.busy ? undefined : props.onClick}
    disabled={props.disabled}
    aria-busy={props.busy || undefined}
    aria-disabled={props.busy || undefined}
    aria-pressed={props.pressed}
    aria-expanded={props.expanded}
    aria-label={props.label}
  >
    {props.children}
  </button>
);
