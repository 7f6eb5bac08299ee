import type { ReactNode } from 'react';
import styles from './lead.module.css';

/** A sentence with room around it, to be read and not scanned. */
export const Lead = ({ children }: { readonly children: ReactNode }) => <p className={styles.lead}>{children}</p>;
