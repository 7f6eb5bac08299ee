import { civilDateAt } from '@lianxin/domain';
import { useParams } from 'wouter';
import { tHelp } from '../../locale/help-messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { emptyHelp } from './help-draft.ts';
import { HelpFormPage } from './help-form-page.tsx';
import { finishWish } from './help-intents.ts';
import { useWishBoard } from './use-wish-board.ts';

const back = { href: '/help/mine', label: tHelp.record.back };

/** Ends a claimed wish and writes down, in the same breath, what it took. */
export const FinishWishPage = () => {
  const { noticeId = '' } = useParams<{ noticeId: string }>();
  const { view } = useRegister();
  const { claims } = useWishBoard();
  const notice = readRecord(view, 'wishNotice', noticeId);
  const claim = claims.find((candidate) => candidate.noticeId === noticeId);
  if (claim === undefined || claim.card === null) {
    return (
      <Page title={tHelp.record.finishTitle} back={back}>
        <EmptyState title={tHelp.record.notYours}>{tHelp.record.notYoursBody}</EmptyState>
      </Page>
    );
  }
  const what = notice?.what ?? claim.card.what ?? '';
  const today = civilDateAt(systemClock.now());
  return (
    <HelpFormPage
      title={tHelp.record.finishTitle}
      sub={what}
      back={back}
      formKey={`finish ${noticeId}`}
      initial={{ ...emptyHelp(today), content: what, place: notice?.place ?? '' }}
      savedText={tHelp.record.finished}
      toIntent={(help) => finishWish(noticeId, help)}
    />
  );
};
