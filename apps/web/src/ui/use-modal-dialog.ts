import { type RefObject, useEffect, useRef } from 'react';

export type ModalDialog = { readonly open: boolean; readonly onClose: () => void };

const isOnBackdrop = (dialog: HTMLDialogElement, event: MouseEvent): boolean => {
  const box = dialog.getBoundingClientRect();
  const inside =
    event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  return event.target === dialog && !inside;
};

/**
 * Opens a native dialog modally while `open` holds: the browser makes the rest inert, keeps the focus inside and gives
 * it back, which is why no dialog library is carried to the phone. Escape, the system's back gesture where the browser
 * offers it, and a press beside the dialog ask to close.
 */
export const useModalDialog = ({ open, onClose }: ModalDialog): RefObject<HTMLDialogElement | null> => {
  const ref = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  }, [onClose]);

  useEffect(() => {
    const dialog = ref.current;
    if (!open || dialog === null) return;
    const onCancel = (event: Event) => {
      event.preventDefault();
      close.current();
    };
    const onPress = (event: MouseEvent) => {
      if (isOnBackdrop(dialog, event)) close.current();
    };
    // Some browsers close on a second back gesture whatever `cancel` says; the owner's state must follow.
    const onClosed = () => close.current();
    dialog.addEventListener('cancel', onCancel);
    dialog.addEventListener('click', onPress);
    dialog.addEventListener('close', onClosed);
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
    document.documentElement.classList.add('modal-open');
    return () => {
      dialog.removeEventListener('cancel', onCancel);
      dialog.removeEventListener('click', onPress);
      dialog.removeEventListener('close', onClosed);
      dialog.close();
      // A dialog that asked over a sheet must not let the page behind that sheet scroll again.
      document.documentElement.classList.toggle('modal-open', document.querySelector('dialog[open]') !== null);
    };
  }, [open]);
  return ref;
};
