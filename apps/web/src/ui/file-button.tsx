import { buttonLook } from './button.tsx';
import styles from './file-button.module.css';

export type FileButtonProps = {
  readonly label: string;
  /** Media types, as the accept attribute takes them. */
  readonly accept: string;
  /** Asks the phone for its camera instead of what is stored. */
  readonly camera?: boolean;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

/** A button that asks for files. */
export const FileButton = ({ label, accept, camera, multiple, disabled, onFiles }: FileButtonProps) => (
  <label className={styles.wrap}>
    <span className={buttonLook({ variant: 'outline', children: null })} aria-hidden="true">
      {label}
    </span>
    <input
      className={styles.input}
      type="file"
      accept={accept}
      capture={camera ? 'environment' : undefined}
      multiple={multiple}
      disabled={disabled}
      aria-label={label}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        // Emptied, so that choosing the same file again is a change too.
        event.target.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  </label>
);
