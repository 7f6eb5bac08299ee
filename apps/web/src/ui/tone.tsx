import type { ReactNode } from 'react';
import styles from './tone.module.css';

export type ToneProps = { readonly tone: 'soft' | 'soon' | 'late' | 'done' | 'press'; readonly children: ReactNode };

/** A word within a line in the colour of what it says; the word itself says it too. */
export const Tone = ({ tone, children }: ToneProps) => <span className={styles[tone]}>{children}</span>;
