import { type ImportAnswer, importAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { Link } from 'wouter';
import { tDesk } from '../../../locale/desk-messages.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { KeyFigures } from '../../../ui/key-figures.tsx';
import { Note } from '../../../ui/note.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { Tone } from '../../../ui/tone.tsx';
import { FailureNote } from '../failure-note.tsx';
import { useChange } from '../use-change.ts';
import { useFilters } from '../use-filters.ts';
import { BuildingGrids } from './building-grids.tsx';
import { buildingsWithoutGrid, confirmationOf, unansweredCount } from './import-decisions.ts';
import { ReviewBar } from './review-bar.tsx';
import { buildingsView, changesNothing, reviewFigures } from './review-figures.ts';
import { ReviewTable } from './review-table.tsx';
import { useDiscard } from './use-discard.ts';
import { useImportDecisions } from './use-import-decisions.ts';

export interface ReviewStepProps {
  readonly answer: ImportAnswer;
  readonly onConfirming: (isConfirming: boolean) => void;
}

/** Shows what confirming would do, row by row; nothing is written before it is confirmed. */
export const ReviewStep = ({ answer, onConfirming }: ReviewStepProps) => {
  const words = tDesk.imports;
  const { preview } = answer;
  const filters = useFilters();
  const { decisions, decide } = useImportDecisions(answer.id);
  const [discards, setDiscards] = useState(false);
  const [asksForGrids, setAsksForGrids] = useState(false);
  const change = useChange();
  const discarding = useDiscard(answer.id);
  const show = filters.of('show');
  const missing = buildingsWithoutGrid(preview, decisions).length;
  const unanswered = unansweredCount(preview, decisions);
  const confirm = async () => {
    if (missing > 0) {
      setAsksForGrids(true);
      filters.set({ show: buildingsView, page: null });
      return;
    }
    onConfirming(true);
    const request = {
      path: `/imports/${answer.id}/confirm`,
      method: 'POST' as const,
      json: confirmationOf(answer, decisions),
    };
    const outdates = ['imports', 'units', 'register', 'overview', 'ledgers', 'audit'];
    await change.send({ ...request, schema: importAnswerSchema, outdates });
    onConfirming(false);
  };
  return (
    <>
      <KeyFigures
        size="compact"
        figures={reviewFigures(preview, decisions, filters.hrefWith({ show: buildingsView, page: null }))}
      />
      <ReviewBar
        preview={preview}
        people={(preview.counts['personRows'] ?? 0) - unanswered}
        isBusy={change.isBusy}
        onDiscard={() => setDiscards(true)}
        onConfirm={confirm}
      />
      <FailureNote failure={change.failure} />
      {changesNothing(preview) && <Note>{words.result.nothingNew}</Note>}
      {asksForGrids && missing > 0 && (
        <Note tone="soon" live>
          {words.grids.missing(missing)}
        </Note>
      )}
      {unanswered > 0 && (
        <Sub padded>
          <Tone tone="soon">{words.undecided(unanswered)}</Tone>
        </Sub>
      )}
      {show === buildingsView ? (
        <BuildingGrids preview={preview} decisions={decisions} decide={decide} />
      ) : (
        <ReviewTable preview={preview} show={show} decisions={decisions} decide={decide} />
      )}
      <Sub padded>{words.preview.promise}</Sub>
      {show === buildingsView ? (
        <Link href={filters.hrefWith({ show: null })}>{words.backToRows}</Link>
      ) : (
        <Link href={filters.hrefWith({ step: '2', show: null, page: null })}>{words.backToColumns}</Link>
      )}
      <ConfirmDialog
        open={discards}
        title={words.discardTitle}
        confirmLabel={words.discard}
        busy={discarding.isBusy}
        onConfirm={discarding.discard}
        onCancel={() => setDiscards(false)}
      >
        {words.discardBody}
        <FailureNote failure={discarding.failure} />
      </ConfirmDialog>
    </>
  );
};
