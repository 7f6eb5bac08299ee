import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

type ButtonLook = {
  /** main: the one thing to do here; plain: an equal choice; slim: a lesser one; outline: an offer; quiet: a bare word. */
  readonly variant?: 'main' | 'plain' | 'slim' | 'outline' | 'quiet' | 'danger';
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

const lookOf = ({ variant = 'plain', size = 'thumb' }: ButtonLook): string =>
  classNames(styles.button, styles[variant], styles[size]);

/** A button with a word on it. */
export const Button = (props: ButtonProps) => (
  <button
    type={props.type ?? 'button'}
    data-variant={props.variant}
    className={classNames(lookOf(props), props.pressed && styles.pressed)}
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

export type ButtonLinkProps = ButtonLook & {
  readonly href: string;
  /** Leaves the app's own pages: a phone number, a download, another origin. */
  readonly external?: boolean;
  readonly label?: string | undefined;
};

/** A link that looks like a button, for presses that open a page. */
export const ButtonLink = (props: ButtonLinkProps) =>
  props.external ? (
    <a className={lookOf(props)} data-variant={props.variant} href={props.href} aria-label={props.label}>
      {props.children}
    </a>
  ) : (
    <Link className={lookOf(props)} data-variant={props.variant} href={props.href} aria-label={props.label}>
      {props.children}
    </Link>
  );
