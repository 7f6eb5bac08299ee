import type { SessionAnswer } from '@lianxin/protocol';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { tDesk } from '../../locale/desk-messages.ts';
import { t } from '../../locale/messages.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DeskPage } from '../../ui/desk-page.tsx';
import { DeskShell } from '../../ui/desk-shell.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { createAnswerCache } from './answer-cache.ts';
import { DeskNav } from './desk-nav.tsx';
import { DeskPages } from './desk-pages.tsx';
import { DeskSession } from './desk-session.ts';

export interface DeskAppProps {
  readonly session: SessionAnswer;
  /** The thin line that holds for the whole app. */
  readonly banner: ReactNode;
}

const isAdministrator = (session: SessionAnswer): boolean =>
  session.postings.some((posting) => posting.role === 'communityAdmin' || posting.role === 'operator');

/** Is the administration: units, accounts, imports, ledgers, the register to read, and the audit. Its answers are asked of the server and kept nowhere. */
export const DeskApp = ({ session, banner }: DeskAppProps) => (
  // Another person at the same computer starts with an empty cache.
  <Desk key={session.account.id} session={session} banner={banner} />
);

const Desk = ({ session, banner }: DeskAppProps) => {
  const [cache] = useState(createAnswerCache);
  if (!isAdministrator(session)) return <NotAnAdministrator />;
  return (
    <DeskSession value={session}>
      <QueryClientProvider client={cache}>
        <DeskShell banner={banner} nav={<DeskNav session={session} />}>
          <DeskPages />
        </DeskShell>
      </QueryClientProvider>
    </DeskSession>
  );
};

const NotAnAdministrator = () => {
  const { title, body } = tDesk.desk.forAdministrators;
  return (
    <DeskPage title={title} app={t.shell.appName}>
      <EmptyState title={title} action={<ButtonLink href="/">{tDesk.desk.toPhone}</ButtonLink>}>
        {body}
      </EmptyState>
    </DeskPage>
  );
};
