import type { ErasedCounts, StayingCounts } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { Section } from '../../../ui/section.tsx';
import { Sub } from '../../../ui/sub.tsx';
import styles from './erasure-counts.module.css';

export interface ErasureCountsProps {
  readonly removes: ErasedCounts;
  readonly stays: StayingCounts;
}

const removed = ['values', 'texts', 'photos', 'waiting', 'mutations', 'imports'] as const;
const staying = ['memberships', 'tags', 'visits', 'needs', 'sharedPhones'] as const;

/** Says in counts what goes and what stays; what is nought is left out. */
export const ErasureCounts = ({ removes, stays }: ErasureCountsProps) => {
  const words = tDesk.erasures;
  return (
    <>
      <Section title={words.removesTitle}>
        <Lines lines={removed.flatMap((key) => (removes[key] > 0 ? [words.removes[key](removes[key])] : []))} />
        {removes.imports > 0 && <Sub padded>{words.importsGone}</Sub>}
      </Section>
      <Section title={words.staysTitle}>
        <Lines lines={staying.flatMap((key) => (stays[key] > 0 ? [words.stays[key](stays[key])] : []))} />
        <Sub padded>{words.notKnown}</Sub>
      </Section>
    </>
  );
};

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className={styles.lines}>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
