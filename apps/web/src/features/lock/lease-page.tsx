import { tLock } from '../../locale/lock-messages.ts';
import type { LeaseState } from '../../storage/vault/lease.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import type { LockedProps } from './locked-props.ts';

export interface LeasePageProps extends LockedProps {
  readonly lease: Exclude<LeaseState, 'open'>;
}

/** Says why the PIN alone does not open this phone now, and what does. */
export const LeasePage = ({ lease, name, onOtherPerson }: LeasePageProps) => {
  const words = tLock.unlock;
  const { title, body } = lease === 'ended' ? words.leaseEnded : words.clockBack;
  return (
    <Page title={title} sub={words.sub(name)}>
      <Note live>{body}</Note>
      <PageActions>
        <ButtonLink variant="main" href="/sign-in">
          {words.signIn}
        </ButtonLink>
        <Button variant="slim" onClick={onOtherPerson}>
          {words.otherPerson}
        </Button>
      </PageActions>
    </Page>
  );
};
