import { useState } from 'react';
import { t } from '../../locale/messages.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { doorOfRecord } from '../../storage/reading/door-of-record.ts';
import type { NeedRecord, WishRecord } from '../../storage/reading/need-list.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';

export interface WishNoteProps {
  readonly need: NeedRecord;
  readonly wish: WishRecord | null;
}

const words = t.needs.wish;

const claimWords = (wish: WishRecord): string => {
  if (wish.state !== 'claimed') return words.waiting;
  return wish.claimedByName === null ? words.claimed : words.claimedBy(wish.claimedByName);
};

const LiveWish = ({ wish }: { readonly wish: WishRecord }) => {
  const { view } = useRegister();
  const saveAndSay = useSaveAndSay();
  const [isAsking, setAsking] = useState(false);
  const notice = readRecord(view, 'wishNotice', wish.noticeId);
  const withdraw = async (): Promise<void> => {
    setAsking(false);
    await saveAndSay([{ name: 'wish.withdraw', args: { noticeId: wish.noticeId } }], { text: words.withdrawn });
  };
  return (
    <Note title={words.section}>
      <p>{[notice?.what, notice?.place, notice?.timeWindow, notice?.skill].filter(Boolean).join(' · ')}</p>
      <p>{claimWords(wish)}</p>
      <ActionBar>
        <Button variant="slim" onClick={() => setAsking(true)}>
          {words.withdraw}
        </Button>
      </ActionBar>
      <ConfirmDialog
        open={isAsking}
        title={words.withdrawTitle}
        confirmLabel={words.withdraw}
        onConfirm={() => void withdraw()}
        onCancel={() => setAsking(false)}
      >
        {words.withdrawBody}
      </ConfirmDialog>
    </Note>
  );
};

/** What the volunteers see of a need, or the way to ask them. */
export const WishNote = ({ need, wish }: WishNoteProps) => {
  const { view } = useRegister();
  if (wish !== null) return <LiveWish wish={wish} />;
  if (need.state === 'answered' || need.state === 'done') return null;
  return (
    <RowList>
      <Row
        tone="press"
        text={words.title}
        href={`${pagePaths.newWish(doorOfRecord(view, need)?.id ?? need.dwellingId, need.householdId)}${need.householdId === null ? '?' : '&'}need=${need.id}`}
      />
    </RowList>
  );
};
