import { type QuestionSetVersion, questionSetsAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { tDeskQuestions } from '../../../locale/desk-question-messages.ts';
import { inLanguage } from '../../../locale/language.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DeskPage } from '../../../ui/desk-page.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { PickField } from '../../../ui/pick-field.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { Table } from '../../../ui/table.tsx';
import { showToast } from '../../../ui/toast.ts';
import { withQuery } from '../answer-topic.ts';
import { AnswerView } from '../answer-view.tsx';
import { CommunityScope, type CommunityScopeValue } from '../community-scope.tsx';
import { FailureNote } from '../failure-note.tsx';
import { useAnswer } from '../use-answer.ts';
import { useChange } from '../use-change.ts';
import { useFilters } from '../use-filters.ts';
import { listedSets } from './listed-sets.ts';
import { setColumns } from './set-columns.tsx';

/** Is what phones ask at the doors of a community: every set with its state, how often it was answered and what was counted. */
export const QuestionSetsPage = () => (
  <DeskPage title={tDeskQuestions.title}>
    <CommunityScope>{(scope) => <Sets key={scope.community.id} scope={scope} />}</CommunityScope>
  </DeskPage>
);

const nameOf = ({ name, nameEn }: QuestionSetVersion): string => inLanguage(name, nameEn ?? '') || name;

const Sets = ({ scope }: { readonly scope: CommunityScopeValue }) => {
  const words = tDeskQuestions;
  const community = scope.community.id;
  const { set: setFilters } = useFilters();
  const change = useChange();
  const [ending, setEnding] = useState<QuestionSetVersion | null>(null);
  const answer = useAnswer(withQuery('/question-sets', { community }), questionSetsAnswerSchema);
  const turn = async (version: QuestionSetVersion, isActive: boolean): Promise<void> => {
    const done = await change.send({
      path: '/question-sets/end',
      method: 'POST',
      json: { community, setKey: version.setKey, isActive },
      schema: questionSetsAnswerSchema,
      outdates: ['question-sets'],
    });
    setEnding(null);
    if (done.ok) showToast({ text: isActive ? words.begun(nameOf(version)) : words.ended(nameOf(version)) });
  };
  const onTurn = (version: QuestionSetVersion): void =>
    version.isActive ? setEnding(version) : void turn(version, true);
  return (
    <>
      <FilterBar
        label={tDesk.desk.filters}
        end={
          <ButtonLink variant="main" size="compact" href={withQuery('/desk/question-sets/new', { community })}>
            {words.add}
          </ButtonLink>
        }
      >
        <PickField
          label={tDesk.desk.community}
          options={scope.communities.map((unit) => ({ value: unit.id, label: unit.name }))}
          value={community}
          onChange={(next) => setFilters({ community: next, grid: null })}
        />
      </FilterBar>
      <Sub>{words.about}</Sub>
      <FailureNote failure={change.failure} />
      <AnswerView answer={answer}>
        {({ sets }) => (
          <Table
            caption={words.caption}
            columns={setColumns({ community, nameOf, onTurn })}
            rows={listedSets(sets)}
            rowKey={({ newest }) => newest.setKey}
            empty={<EmptyState title={words.empty.title}>{words.empty.body}</EmptyState>}
          />
        )}
      </AnswerView>
      <ConfirmDialog
        open={ending !== null}
        title={words.endTitle(ending === null ? '' : nameOf(ending))}
        confirmLabel={words.end}
        tone="danger"
        busy={change.isBusy}
        onConfirm={() => ending !== null && void turn(ending, false)}
        onCancel={() => setEnding(null)}
      >
        {words.endBody}
      </ConfirmDialog>
    </>
  );
};
