import type { LocalState } from '@lianxin/sync/client';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { useIsOnline } from '../../platform/network.ts';
import { useDeviceSession } from '../../storage/device-session.ts';
import { countUnsent } from '../../storage/reading/record-tick.ts';
import { type SyncStatus, useSyncStatus } from '../../storage/sync-status.ts';
import { useWorkspace } from '../../storage/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Note } from '../../ui/note.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import styles from './contact-section.module.css';

export type ContactSectionProps = { readonly state: LocalState };

/** How much waits, when the server was last reached, and the button that tries at once. */
export const ContactSection = ({ state }: ContactSectionProps) => {
  const { sync } = useWorkspace();
  const { phase, progress } = useSyncStatus();
  const isSignedOut = useDeviceSession((session) => session.isSignedOut);
  const words = t.syncStatus;
  const unsent = countUnsent(state.outbox);
  const { lastContactAt } = state.meta;
  return (
    <>
      <div className={styles.contact}>
        <p className={styles.count} role="status">
          {unsent === 0 ? words.allSent : words.unsent(unsent)}
        </p>
        <p className={styles.last}>
          {words.line(
            words.lastContact,
            lastContactAt === null ? words.never : t.dates.moment(lastContactAt, systemClock.now()),
          )}
        </p>
        {progress !== null && <p className={styles.last}>{words.receiving(progress.received, progress.remaining)}</p>}
      </div>
      <PageActions>
        {isSignedOut ? (
          <ButtonLink variant="main" href="/sign-in">
            {words.signIn}
          </ButtonLink>
        ) : (
          <Button variant="main" busy={phase === 'working'} onClick={sync.poke}>
            {phase === 'working' ? words.sending : words.sendNow}
          </Button>
        )}
      </PageActions>
      <ProblemNote />
    </>
  );
};

const ProblemNote = () => {
  const isOnline = useIsOnline();
  const { lastResult, isStalled } = useSyncStatus();
  const words = t.syncStatus;
  if (isStalled)
    return (
      <Note title={words.stalled} tone="late" live>
        {passes(lastResult) ? words.stalledNext : problemText(lastResult)}
      </Note>
    );
  const text = isOnline ? problemText(lastResult) : words.offline;
  if (text === null) return null;
  return <Note tone={isOnline && !passes(lastResult) ? 'late' : 'soon'}>{text}</Note>;
};

/** What usually passes by itself; when it does not, the way to the server is what a person can change. */
const passes = (lastResult: SyncStatus['lastResult']): boolean =>
  lastResult === null || lastResult === 'settled' || lastResult === 'offline' || lastResult === 'busy';

const problemText = (lastResult: SyncStatus['lastResult']): string | null =>
  lastResult === null || lastResult === 'settled' ? null : t.syncStatus.results[lastResult];
