import { Link } from 'wouter';
import { type ButtonLook, buttonLook } from './button.tsx';

export type ButtonLinkProps = ButtonLook & {
  readonly href: string;
  /** Leaves the app's own pages: a phone number, a download, another origin. */
  readonly external?: boolean;
  readonly label?: string | undefined;
};

/** A link that looks like a button, for presses that open a page. */
export const ButtonLink = (props: ButtonLinkProps) =>
  props.external ? (
    <a className={buttonLook(props)} data-variant={props.variant} href={props.href} aria-label={props.label}>
      {props.children}
    </a>
  ) : (
    <Link className={buttonLook(props)} data-variant={props.variant} href={props.href} aria-label={props.label}>
      {props.children}
    </Link>
  );
