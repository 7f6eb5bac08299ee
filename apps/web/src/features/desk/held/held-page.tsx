import { type HeldAnswer, heldAnswerSchema } from '@lianxin/protocol';
import { tDesk } from '../../../locale/desk-messages.ts';
import { DeskPage } from '../../../ui/desk-page.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { KeyFigures } from '../../../ui/key-figures.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { Table } from '../../../ui/table.tsx';
import { withQuery } from '../answer-topic.ts';
import { AnswerView } from '../answer-view.tsx';
import { CommunityPicks } from '../community-picks.tsx';
import { CommunityScope, type CommunityScopeValue } from '../community-scope.tsx';
import { useAnswer } from '../use-answer.ts';
import { heldColumns } from './held-columns.tsx';

/** Is what waits in a community for its grid workers: how much, whose and why. To look at only; deciding is theirs. */
export const HeldPage = () => (
  <DeskPage title={tDesk.held.title}>
    <CommunityScope>{(scope) => <Held key={scope.community.id} scope={scope} />}</CommunityScope>
  </DeskPage>
);

const Held = ({ scope }: { readonly scope: CommunityScopeValue }) => {
  const words = tDesk.held;
  const answer = useAnswer(withQuery('/held', { community: scope.community.id }), heldAnswerSchema);
  return (
    <>
      <FilterBar label={tDesk.desk.filters}>
        <CommunityPicks scope={scope} />
      </FilterBar>
      <Sub>{words.about}</Sub>
      <AnswerView answer={answer}>{(value) => <HeldTable value={value} scope={scope} />}</AnswerView>
    </>
  );
};

const HeldTable = ({ value, scope }: { readonly value: HeldAnswer; readonly scope: CommunityScopeValue }) => {
  const words = tDesk.held;
  const { count } = tDesk.desk;
  const rows = value.entries.filter(({ gridIds }) => scope.gridId === null || gridIds.includes(scope.gridId));
  return (
    <>
      <KeyFigures
        size="compact"
        figures={[
          { key: 'open', value: count(value.open), label: words.figures.open },
          { key: 'unplaced', value: count(value.unplaced), label: words.figures.unplaced },
          { key: 'total', value: count(value.total), label: words.figures.total },
        ]}
      />
      <Table
        caption={words.caption}
        columns={heldColumns(scope.grids)}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={words.empty.title}>{words.empty.body}</EmptyState>}
      />
      {value.entries.length < value.total && <Sub>{words.cut(count(value.entries.length), count(value.total))}</Sub>}
    </>
  );
};
