import encodeQR from 'qr';
import { useMemo } from 'react';
import styles from './qr-code.module.css';

export type QrCodeProps = {
  readonly text: string;
  /** What a person who cannot scan it is told instead. */
  readonly label: string;
};

/** The dark squares as one path, a unit square each. */
const pathOf = (text: string): { readonly size: number; readonly path: string } => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
  const path = rows.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  return { size: rows.length, path };
};

/** A QR code, black on white in every theme: scanners expect it so. */
export const QrCode = ({ text, label }: QrCodeProps) => {
  const { size, path } = useMemo(() => pathOf(text), [text]);
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <title>{label}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
