import { civilDateAt } from '@lianxin/domain';
import type { LedgerName } from '@lianxin/protocol';
import { Link, Redirect, useParams } from 'wouter';
import { tDesk } from '../../../locale/desk-messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { DeskPage } from '../../../ui/desk-page.tsx';
import { Note } from '../../../ui/note.tsx';
import { CommunityScope, type CommunityScopeValue } from '../community-scope.tsx';
import { useFilters } from '../use-filters.ts';
import { LedgerBar } from './ledger-bar.tsx';
import { isBackwards, parseLedgerName, periodOf } from './ledger-period.ts';
import { LedgerView } from './ledger-view.tsx';

const shown = ['residents', 'visits', 'help', 'grid-log'] as const;

/** Is one ledger on screen: its filters, its figures, its first rows, and the way to its workbook. */
export const LedgerPage = () => {
  const name = parseLedgerName(useParams<{ readonly ledger: string }>().ledger);
  if (name === null) return <Redirect to="/desk/ledgers/residents" replace />;
  return (
    <DeskPage title={tDesk.ledgers.kinds[name]} sub={<OtherLedgers current={name} />}>
      <CommunityScope>{(scope) => <Ledger key={name} name={name} scope={scope} />}</CommunityScope>
    </DeskPage>
  );
};

const OtherLedgers = ({ current }: { readonly current: LedgerName }) => {
  const { of } = useFilters();
  const community = of('community');
  const query = community === null ? '' : `?community=${community}`;
  return (
    <nav aria-label={tDesk.ledgers.kindsLabel}>
      {shown
        .filter((name) => name !== current)
        .map((name, at) => (
          <span key={name}>
            {at > 0 && ' · '}
            <Link href={`/desk/ledgers/${name}${query}`}>{tDesk.ledgers.kinds[name]}</Link>
          </span>
        ))}
    </nav>
  );
};

const Ledger = ({ name, scope }: { readonly name: LedgerName; readonly scope: CommunityScopeValue }) => {
  const { of } = useFilters();
  const today = civilDateAt(systemClock.now());
  const period = periodOf(name, { from: of('from'), to: of('to') }, today);
  const request = { ...period, communityId: scope.community.id, gridId: scope.gridId };
  return (
    <>
      <LedgerBar name={name} scope={scope} request={request} />
      {isBackwards(period) ? (
        <Note tone="soon" live>
          {tDesk.ledgers.periodWrong}
        </Note>
      ) : (
        <LedgerView name={name} request={request} />
      )}
    </>
  );
};
