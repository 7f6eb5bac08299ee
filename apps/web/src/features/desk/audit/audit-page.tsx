import { type AuditEntry, accountsAnswerSchema, auditAnswerSchema, unitsAnswerSchema } from '@lianxin/protocol';
import { Link } from 'wouter';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { DeskPage } from '../../../ui/desk-page.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { PickToggle } from '../../../ui/pick-toggle.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { Table, type TableColumn } from '../../../ui/table.tsx';
import { withQuery } from '../answer-topic.ts';
import { AnswerView } from '../answer-view.tsx';
import { useAnswer } from '../use-answer.ts';
import { useFilters } from '../use-filters.ts';
import { type AuditKind, actionWord, entriesOf, factsText, namesOf } from './audit-lines.ts';

const kinds: readonly AuditKind[] = ['all', 'exports', 'accounts', 'imports', 'units'];

/** Is who did what and when: exports, imports, accounts and units, newest first. */
export const AuditPage = () => {
  const words = tDesk.audit;
  const filters = useFilters();
  const before = filters.of('before');
  const answer = useAnswer(withQuery('/audit', { before }), auditAnswerSchema, { keepFormer: true });
  const units = useAnswer('/units', unitsAnswerSchema);
  const accounts = useAnswer('/accounts', accountsAnswerSchema);
  const kind = kinds.find((known) => known === filters.of('kind')) ?? 'all';
  const nameOf = namesOf([
    ...(units.state === 'ready' ? units.value.units : []),
    ...(accounts.state === 'ready' ? accounts.value.accounts : []),
  ]);
  return (
    <DeskPage title={words.title}>
      <FilterBar label={words.kindsLabel}>
        {kinds.map((known) => (
          <PickToggle
            key={known}
            pressed={known === kind}
            onClick={() => filters.set({ kind: known === 'all' ? null : known })}
          >
            {words.kinds[known]}
          </PickToggle>
        ))}
      </FilterBar>
      <Sub>{words.about}</Sub>
      <AnswerView answer={answer}>
        {({ entries, next }) => (
          <>
            <Table
              caption={words.caption}
              columns={columns(nameOf)}
              rows={entriesOf(entries, kind)}
              rowKey={({ seq }) => String(seq)}
              empty={<EmptyState title={words.empty.title}>{words.empty.body}</EmptyState>}
            />
            <FilterBar label={t.ui.pages}>
              {before !== null && <Link href={filters.hrefWith({ before: null })}>{words.newest}</Link>}
              {next !== null && <Link href={filters.hrefWith({ before: String(next) })}>{words.older}</Link>}
            </FilterBar>
          </>
        )}
      </AnswerView>
    </DeskPage>
  );
};

const columns = (nameOf: (id: string | null) => string): readonly TableColumn<AuditEntry>[] => {
  const words = tDesk.audit.columns;
  return [
    { key: 'at', header: words.at, cell: ({ at }) => t.dates.moment(at, systemClock.now()) },
    { key: 'actor', header: words.actor, cell: ({ actorName }) => actorName ?? tDesk.audit.system },
    { key: 'action', header: words.action, rowHeader: true, cell: ({ action }) => actionWord(action) },
    { key: 'community', header: words.community, cell: ({ communityId }) => nameOf(communityId) },
    {
      key: 'facts',
      header: words.facts,
      wrap: true,
      cell: ({ subjectId, facts }) => [nameOf(subjectId), factsText(facts)].filter(Boolean).join(' · '),
    },
  ];
};
