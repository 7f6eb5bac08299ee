import { type ImportAnswer, importAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { Note } from '../../../ui/note.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { FailureNote } from '../failure-note.tsx';
import { useChange } from '../use-change.ts';
import { ColumnTable } from './column-table.tsx';
import { hasNames, isSameMapping, mappingOf, repeatedTargets, shapesOf, withTarget } from './mapping-draft.ts';

export interface ColumnsStepProps {
  readonly answer: ImportAnswer;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** Shows what every column was taken for, and reads the file again when that is corrected. */
export const ColumnsStep = ({ answer, onBack, onNext }: ColumnsStepProps) => {
  const { columns: words, back } = tDesk.imports;
  const { preview } = answer;
  const [mapping, setMapping] = useState(() => mappingOf(preview));
  const change = useChange();
  const isChanged = !isSameMapping(mapping, mappingOf(preview));
  const labelOf = (target: string): string => preview.targets.find((known) => known.target === target)?.label ?? target;
  const problems = mapping.flatMap(({ targets }) => [
    ...(hasNames(targets) ? [] : [words.missing]),
    ...repeatedTargets(targets).map((target) => words.repeated(labelOf(target))),
  ]);
  const next = async () => {
    if (!isChanged) return onNext();
    const request = { path: `/imports/${answer.id}/mapping`, method: 'POST' as const, json: { mapping } };
    const read = await change.send({ ...request, schema: importAnswerSchema, outdates: ['imports'] });
    if (read.ok) onNext();
  };
  return (
    <>
      <FilterBar
        label={words.target}
        end={
          <>
            <Button size="compact" onClick={onBack}>
              {back}
            </Button>
            <Button variant="main" size="compact" busy={change.isBusy} disabled={problems.length > 0} onClick={next}>
              {isChanged ? words.nextChanged : words.next}
            </Button>
          </>
        }
      >
        <Sub>{words.willRemember}</Sub>
      </FilterBar>
      {problems.length > 0 && (
        <Note tone="soon" live>
          {t.ui.join.groups([...new Set(problems)])}
        </Note>
      )}
      <FailureNote failure={change.failure} />
      {shapesOf(preview.sheets).map((shape) => (
        <ColumnTable
          key={shape.first.signature}
          shape={shape}
          targets={mapping.find(({ signature }) => signature === shape.first.signature)?.targets ?? []}
          options={preview.targets}
          onChange={(index, target) =>
            setMapping((former) => withTarget(former, { signature: shape.first.signature, index }, target))
          }
        />
      ))}
    </>
  );
};
