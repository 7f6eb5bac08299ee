import type { SessionAnswer } from '@lianxin/protocol';
import { useLocation } from 'wouter';
import { tDesk } from '../../locale/desk-messages.ts';
import { t } from '../../locale/messages.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { SideNav } from '../../ui/side-nav.tsx';
import styles from './desk-nav.module.css';
import { DeskSignOut } from './desk-sign-out.tsx';
import { deskViews } from './desk-views.ts';

/** Lists the views of the desk at the left, with who is signed in under them. */
export const DeskNav = ({ session }: { readonly session: SessionAnswer }) => {
  const [location] = useLocation();
  const items = deskViews.map(({ view, href, below }) => ({
    href,
    label: tDesk.desk.nav[view],
    current: below.some((path) => location === path || location.startsWith(`${path}/`)),
  }));
  const hasPhone = session.postings.some((posting) => posting.communityId !== null);
  return (
    <SideNav
      brand={t.shell.appName}
      label={tDesk.desk.navLabel}
      items={items}
      footer={
        <>
          <div>{tDesk.desk.signedInAs(session.account.name)}</div>
          <div className={styles.actions}>
            {hasPhone && (
              <ButtonLink variant="quiet" size="compact" href="/">
                {tDesk.desk.toPhone}
              </ButtonLink>
            )}
            <DeskSignOut />
          </div>
        </>
      }
    />
  );
};
