import { useId, useState } from 'react';
import { classNames } from './class-names.ts';
import styles from './file-field.module.css';

export type FileFieldProps = {
  readonly label: string;
  readonly hint?: string;
  /** Endings and media types, as the accept attribute takes them. */
  readonly accept: string;
  readonly fileName?: string | undefined;
  readonly onFile: (file: File) => void;
  readonly disabled?: boolean;
};

/** A place to drop one file on, or to press and choose it. */
export const FileField = ({ label, hint, accept, fileName, onFile, disabled }: FileFieldProps) => {
  const [over, setOver] = useState(false);
  const hintId = useId();
  return (
    <label
      className={classNames(styles.zone, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file !== undefined && !disabled) onFile(file);
      }}
    >
      <b>{fileName ?? label}</b>
      <input
        className={styles.input}
        type="file"
        accept={accept}
        aria-label={label}
        aria-describedby={hintId}
        disabled={disabled}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // Emptied, so that choosing the same file again, mended meanwhile, is a change too.
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <span id={hintId} className={styles.hint}>
        {hint}
      </span>
    </label>
  );
};
