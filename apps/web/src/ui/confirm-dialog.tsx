import { type ReactNode, useId } from 'react';
import { t } from '../locale/messages.ts';
import { ActionBar } from './action-bar.tsx';
import { Button } from './button.tsx';
import styles from './confirm-dialog.module.css';
import { useModalDialog } from './use-modal-dialog.ts';

export type ConfirmDialogProps = {
  readonly open: boolean;
  readonly title: string;
  /** What happens, and what does not, in one or two sentences. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly tone?: 'main' | 'danger';
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** Asks once before something that cannot be taken back. */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const ref = useModalDialog({ open: props.open, onClose: props.onCancel });
  const id = useId();
  return (
    <dialog
      ref={ref}
      role="alertdialog"
      className={styles.dialog}
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}body`}
    >
      {props.open && (
        <>
          <h2 id={`${id}title`} className={styles.title} tabIndex={-1} data-initial-focus="">
            {props.title}
          </h2>
          <div id={`${id}body`} className={styles.body}>
            {props.children}
          </div>
          <ActionBar>
            <Button variant={props.tone ?? 'main'} busy={props.busy} onClick={props.onConfirm}>
              {props.confirmLabel}
            </Button>
            <Button variant="slim" onClick={props.onCancel}>
              {props.cancelLabel ?? t.ui.cancel}
            </Button>
          </ActionBar>
        </>
      )}
    </dialog>
  );
};
