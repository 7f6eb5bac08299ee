import { movesSchema } from '@lianxin/domain';
import type { RowView } from '@lianxin/sync/client';
import { useState } from 'react';
import { tChanges } from '../../locale/change-messages.ts';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { useUndoRegrouping } from '../../storage/intents/use-undo-regrouping.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { householdWords, type RegroupingRecord, wholePersonWords } from '../../storage/reading/regroupings.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Entry } from '../../ui/entry.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';

export interface RegroupingListProps {
  readonly regroupings: readonly RegroupingRecord[];
}

const nameOf = (view: RowView, id: string): string => {
  const household = readRecord(view, 'household', id);
  return household === undefined ? wholePersonWords(view, id) : householdWords(view, household);
};

const momentOf = (at: number | null): string => (at === null ? '' : t.dates.moment(at, systemClock.now()));

const Regrouping = ({ regrouping }: { readonly regrouping: RegroupingRecord }) => {
  const { view } = useRegister();
  const undo = useUndoRegrouping();
  const [isAsking, setAsking] = useState(false);
  const { kind, fromId, intoId, doneAt, doneByName, undoneAt, undoneByName } = regrouping;
  const stayed = movesSchema.safeParse(regrouping.stayed ?? []).data?.length ?? 0;
  const ends = [nameOf(view, fromId), nameOf(view, intoId)].filter((name) => name !== '').join(' → ');
  return (
    <Entry
      title={tChanges.kinds[kind]}
      sub={
        <>
          {ends}
          <br />
          {tChanges.history.who(doneByName ?? '', momentOf(doneAt))}
          {undoneAt !== null && <> · {tChanges.undoneBy(undoneByName ?? '', momentOf(undoneAt))}</>}
          {stayed > 0 && <> · {tChanges.stayed(stayed)}</>}
        </>
      }
      aside={
        undoneAt === null && (
          <Button variant="quiet" onClick={() => setAsking(true)}>
            {tChanges.undo}
          </Button>
        )
      }
    >
      <ConfirmDialog
        open={isAsking}
        title={tChanges.undoTitle}
        confirmLabel={tChanges.undo}
        onConfirm={() => {
          setAsking(false);
          undo(regrouping.id);
        }}
        onCancel={() => setAsking(false)}
      >
        {tChanges.undoBody}
      </ConfirmDialog>
    </Entry>
  );
};

/** Merges and splits with both of whom they tell, each to be taken back. */
export const RegroupingList = ({ regroupings }: RegroupingListProps) => (
  <Section title={tChanges.history.regroupings}>
    <RowList>
      {regroupings.map((regrouping) => (
        <Regrouping key={regrouping.id} regrouping={regrouping} />
      ))}
    </RowList>
  </Section>
);
