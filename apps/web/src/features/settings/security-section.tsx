import { tLock } from '../../locale/lock-messages.ts';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { lockPhone } from '../../storage/vault/lock-phone.ts';
import { useOpenVault } from '../../storage/vault/use-open-vault.ts';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';

/** Locks the phone, changes its PIN, and says how long it opens without the server. */
export const SecuritySection = () => {
  const words = tLock.section;
  const { lockAfterMinutes = 15 } = useWorkspace().session;
  const leaseUntil = useOpenVault(({ vault }) => vault?.leaseUntil() ?? null);
  const lease = leaseUntil === null ? {} : { note: words.lease(t.dates.moment(leaseUntil, systemClock.now())) };
  return (
    <Section title={words.title}>
      <RowList>
        <Row text={words.lockNow} note={words.lockNote(lockAfterMinutes)} onClick={lockPhone} />
        <Row text={words.change} href="/mine/pin" />
        <Row text={words.sealed} {...lease} />
      </RowList>
    </Section>
  );
};
