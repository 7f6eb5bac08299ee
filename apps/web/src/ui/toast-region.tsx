import { useEffect, useState } from 'react';
import { keepToastRoom } from './taken-height.ts';
import { dismissToast, useShownToast } from './toast.ts';
import styles from './toast-region.module.css';

const plainMs = 4000;
// Time to find the word, read it and reach it with a thumb.
const withActionMs = 9000;

/** Where toasts appear; stands once in the app, always in the page, so that screen readers hear what comes into it. */
export const ToastRegion = () => {
  const toast = useShownToast();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (toast === null || held || toast.stays) return;
    const timer = setTimeout(() => dismissToast(toast.key), toast.action ? withActionMs : plainMs);
    return () => clearTimeout(timer);
  }, [toast, held]);
  return (
    <div
      className={styles.region}
      role="status"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast && (
        <div ref={keepToastRoom} className={styles.toast} key={toast.key}>
          <span className={styles.text}>{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              className={styles.action}
              onClick={() => {
                dismissToast(toast.key);
                setHeld(false);
                toast.action?.onPress();
              }}
            >
              {toast.action.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
};
