import { useMemo } from 'react';
import { useParams } from 'wouter';
import { tChanges } from '../../locale/change-messages.ts';
import { t } from '../../locale/messages.ts';
import { type HistoryTarget, historyTarget, readHistory } from '../../storage/reading/field-history.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord, readRecordsBy } from '../../storage/reading/read-record.ts';
import { householdWords, regroupingsOf, wholePersonWords } from '../../storage/reading/regroupings.ts';
import { useRegister, useWorkspace } from '../../storage/use-workspace.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { byField, useHistoryItem } from './history-lines.tsx';
import { RegroupingList } from './regrouping-list.tsx';

const words = tChanges.history;

/** What the history is of, and the page that it was opened from. */
const useOrigin = ({ table, id }: HistoryTarget): { readonly name: string; readonly href: string } => {
  const { view } = useRegister();
  const household = readRecord(view, 'household', id);
  const dwelling = readRecord(view, 'dwelling', id);
  if (table === 'household' && household !== undefined)
    return { name: householdWords(view, household), href: pagePaths.door(household.dwellingId, household.id) };
  if (table === 'dwelling' && dwelling !== undefined)
    return { name: doorName(view, dwelling), href: pagePaths.door(dwelling.id) };
  const homes = readRecordsBy(view, 'membership', { field: 'personId', to: id });
  const home = homes.find(({ toOn }) => toOn === null) ?? homes[0];
  return {
    name: wholePersonWords(view, id),
    href: home === undefined ? pagePaths.register : pagePaths.member(home.id),
  };
};

const History = ({ target }: { readonly target: HistoryTarget }) => {
  const register = useRegister();
  const { register: open } = useWorkspace();
  const { view, state } = register;
  const entries = useMemo(
    () => readHistory({ view, confirmed: open.confirmed, state }, target),
    [view, open, state, target],
  );
  const regroupings = regroupingsOf(view, target.id);
  const toItem = useHistoryItem();
  const origin = useOrigin(target);
  return (
    <Page title={words.title} back={{ href: origin.href, label: origin.name }}>
      {entries.length + regroupings.length === 0 && (
        <EmptyState title={words.empty.title}>{words.empty.body}</EmptyState>
      )}
      {regroupings.length > 0 && <RegroupingList regroupings={regroupings} />}
      {byField(view, entries).map(({ key, title, entries: ofField }) => (
        <Section key={key} title={title}>
          <Timeline items={ofField.map(toItem)} />
        </Section>
      ))}
    </Page>
  );
};

/** Who changed what of a record, when, and at which visit; the newest change of each value first. */
export const HistoryPage = () => {
  const { table = '', id = '' } = useParams();
  const target = useMemo(() => historyTarget(table, id), [table, id]);
  if (target === null) {
    return (
      <Page title={words.title}>
        <EmptyState title={t.shell.notFound.title}>{t.shell.notFound.body}</EmptyState>
      </Page>
    );
  }
  return <History target={target} />;
};
