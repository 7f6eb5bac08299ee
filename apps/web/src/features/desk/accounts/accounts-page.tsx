import { civilDateAt } from '@lianxin/domain';
import {
  type Account,
  accountsAnswerSchema,
  type InviteAnswer,
  type UnitNode,
  unitsAnswerSchema,
} from '@lianxin/protocol';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { tDesk } from '../../../locale/desk-messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { useKeptText } from '../../../platform/use-kept-text.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { DeskPage } from '../../../ui/desk-page.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { PickSearch } from '../../../ui/pick-search.tsx';
import { Table } from '../../../ui/table.tsx';
import { AnswerView } from '../answer-view.tsx';
import { PeopleParts } from '../people-parts.tsx';
import { useAnswer } from '../use-answer.ts';
import { useFilters } from '../use-filters.ts';
import { accountColumns } from './account-columns.tsx';
import { findAccounts } from './account-rows.ts';
import { AccountSheet } from './account-sheet.tsx';
import { InvitationCard } from './invitation-card.tsx';
import { InviteSheet } from './invite-sheet.tsx';

const listPath = '/desk/accounts';

/** Is everybody with an account, the one that is open beside them, and the card of somebody just invited. */
export const AccountsPage = () => {
  const accounts = useAnswer('/accounts', accountsAnswerSchema);
  const units = useAnswer('/units', unitsAnswerSchema);
  const [invited, setInvited] = useState<InviteAnswer | null>(null);
  const [, navigate] = useLocation();
  const showCard = (answer: InviteAnswer) => {
    setInvited(answer);
    navigate(listPath, { replace: true });
  };
  if (invited !== null) {
    return (
      <DeskPage title={tDesk.accounts.card.title} sub={tDesk.accounts.card.for(invited.account.name)}>
        <InvitationCard invited={invited} onDone={() => setInvited(null)} />
      </DeskPage>
    );
  }
  return (
    <DeskPage title={tDesk.units.title}>
      <PeopleParts current="accounts" />
      <AnswerView answer={accounts}>
        {(answer) => (
          <AccountsBody
            accounts={answer.accounts}
            units={units.state === 'ready' ? units.value.units : []}
            onInvited={showCard}
          />
        )}
      </AnswerView>
    </DeskPage>
  );
};

interface AccountsBodyProps {
  readonly accounts: readonly Account[];
  readonly units: readonly UnitNode[];
  readonly onInvited: (answer: InviteAnswer) => void;
}

const AccountsBody = ({ accounts, units, onInvited }: AccountsBodyProps) => {
  const words = tDesk.accounts;
  const { id } = useParams<{ readonly id?: string }>();
  const [, navigate] = useLocation();
  const filters = useFilters();
  const [search, setSearch] = useKeptText();
  const now = systemClock.now();
  const today = civilDateAt(now);
  const found = findAccounts(accounts, search, today);
  const close = () => navigate(listPath);
  const nobody = accounts.length === 0 ? words.empty : words.nobodyFound;
  return (
    <>
      <FilterBar
        label={tDesk.desk.filters}
        end={
          <ButtonLink href={`${listPath}/new`} variant="main" size="compact">
            {words.invite}
          </ButtonLink>
        }
      >
        <PickSearch
          label={words.search}
          placeholder={words.searchHint}
          value={search}
          onChange={setSearch}
          result={search === '' ? undefined : words.found(found.length)}
        />
      </FilterBar>
      <Table
        caption={words.tableCaption}
        columns={accountColumns(now, today)}
        rows={found}
        rowKey={(account) => account.id}
        selectedKey={id ?? null}
        empty={<EmptyState title={nobody.title}>{nobody.body}</EmptyState>}
      />
      {id === 'new' && units.length > 0 && (
        <InviteSheet units={units} unitId={filters.of('unit')} onClose={close} onInvited={onInvited} />
      )}
      {id !== undefined && id !== 'new' && (
        <AccountSheet
          key={id}
          account={accounts.find((account) => account.id === id) ?? null}
          units={units}
          onClose={close}
          onInvited={onInvited}
        />
      )}
    </>
  );
};
