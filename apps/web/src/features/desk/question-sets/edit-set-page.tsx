import { type QuestionSetVersion, questionSetsAnswerSchema } from '@lianxin/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { tDeskQuestions } from '../../../locale/desk-question-messages.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { DeskPage } from '../../../ui/desk-page.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { withQuery } from '../answer-topic.ts';
import { AnswerView } from '../answer-view.tsx';
import { CommunityScope } from '../community-scope.tsx';
import { useAnswer } from '../use-answer.ts';
import { useFilters } from '../use-filters.ts';
import { newQuestionKey } from './question-key.ts';
import { copyOfVersion, draftOfVersion, emptySetDraft, type SetDraft } from './set-draft.ts';
import { SetEditor } from './set-editor.tsx';

/** Is one set being edited, with how it looks on a phone beside it. */
export const EditSetPage = () => {
  const { setKey = 'new' } = useParams();
  return (
    <DeskPage
      title={setKey === 'new' ? tDeskQuestions.newTitle : tDeskQuestions.title}
      sub={<Link href="/desk/question-sets">{tDeskQuestions.back}</Link>}
    >
      <CommunityScope>
        {({ community }) => <LoadedSet key={`${community.id} ${setKey}`} community={community.id} setKey={setKey} />}
      </CommunityScope>
    </DeskPage>
  );
};

interface LoadedSetProps {
  readonly community: string;
  readonly setKey: string;
}

const LoadedSet = ({ community, setKey }: LoadedSetProps) => {
  const { of } = useFilters();
  const answer = useAnswer(withQuery('/question-sets', { community }), questionSetsAnswerSchema);
  const [opened, setOpened] = useState(0);
  const cache = useQueryClient();
  const openNewest = async (): Promise<void> => {
    await cache.invalidateQueries({ queryKey: ['question-sets'] });
    setOpened(opened + 1);
  };
  const back = withQuery('/desk/question-sets', { community });
  return (
    <AnswerView answer={answer}>
      {({ sets }) => {
        const start = draftFor(sets, setKey, of('copy'));
        if (start === undefined) return <Gone back={back} />;
        const former = sets.filter((version) => version.setKey === setKey).flatMap(({ questions }) => questions);
        // What is typed stays while answers come in anew; only opening the newest version begins again.
        return (
          <SetEditor
            key={opened}
            community={community}
            start={start}
            former={former}
            back={back}
            onOpenNewest={() => void openNewest()}
          />
        );
      }}
    </AnswerView>
  );
};

const draftFor = (sets: readonly QuestionSetVersion[], setKey: string, copied: string | null): SetDraft | undefined => {
  const newest = sets.find((version) => version.setKey === (setKey === 'new' ? copied : setKey));
  if (setKey !== 'new') return newest && draftOfVersion(newest);
  return newest === undefined
    ? emptySetDraft(newQuestionKey)
    : copyOfVersion(newest, tDeskQuestions.copyName(newest.name));
};

const Gone = ({ back }: { readonly back: string }) => {
  const { title, body, action } = tDeskQuestions.gone;
  return (
    <EmptyState title={title} action={<ButtonLink href={back}>{action}</ButtonLink>}>
      {body}
    </EmptyState>
  );
};
