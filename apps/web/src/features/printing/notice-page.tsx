import { type NoticeAnswer, noticeAnswerSchema } from '@lianxin/protocol';
import { useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { tPrinting } from '../../locale/printing-messages.ts';
import { printPage } from '../../platform/print-page.ts';
import { type ApiFailure, callApi } from '../../storage/api-client.ts';
import { useDeviceSession } from '../../storage/device-session.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { ScreenOnly } from '../../ui/paper.tsx';
import { NoticePaper } from './notice-paper.tsx';

type Fetched =
  | { readonly type: 'waiting' }
  | { readonly type: 'notice'; readonly notice: NoticeAnswer }
  | { readonly type: 'failed'; readonly failure: ApiFailure };

const useNotice = (unitId: string, community: string): Fetched => {
  const [fetched, setFetched] = useState<Fetched>({ type: 'waiting' });
  useEffect(() => {
    let isGone = false;
    const query = new URLSearchParams({ community });
    callApi(`/units/${encodeURIComponent(unitId)}/notice?${query}`, noticeAnswerSchema).then((answer) => {
      if (isGone) return;
      setFetched(answer.ok ? { type: 'notice', notice: answer.value } : { type: 'failed', failure: answer.error });
    });
    return () => {
      isGone = true;
    };
  }, [unitId, community]);
  return fetched;
};

/** The notice of a building, to be printed on one sheet of A4; from the phone and from the desk alike. */
export const NoticePage = () => {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const fetched = useNotice(id, search.get('community') ?? '');
  const isPhone = useDeviceSession((state) => state.communityId !== null);
  const back = isPhone
    ? { href: '/print', label: tPrinting.title }
    : { href: '/desk/units', label: tPrinting.backToDesk };
  if (fetched.type === 'waiting') {
    return (
      <Page title={tPrinting.title} back={back}>
        <EmptyState title={tPrinting.loading}>{null}</EmptyState>
      </Page>
    );
  }
  if (fetched.type === 'failed') {
    const isThere = fetched.failure.status !== 404;
    const words = isThere ? { title: tPrinting.title, body: tPrinting.offline } : tPrinting.notFound;
    return (
      <Page title={tPrinting.title} back={back}>
        <EmptyState title={words.title}>{words.body}</EmptyState>
      </Page>
    );
  }
  const { notice } = fetched;
  return (
    <Page
      paper
      title={tPrinting.noticeTitle(notice.buildingName)}
      back={back}
      bar={
        <ActionBar>
          <Button variant="main" onClick={printPage}>
            {tPrinting.print}
          </Button>
        </ActionBar>
      }
    >
      {notice.supervisionPhone === null && (
        <ScreenOnly>
          <Note tone="soon">{tPrinting.noPhone}</Note>
        </ScreenOnly>
      )}
      <NoticePaper notice={notice} />
    </Page>
  );
};
