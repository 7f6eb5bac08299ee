import { type ImportAnswer, importAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterBar } from '../../../ui/filter-bar.tsx';
import { PickField } from '../../../ui/pick-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { Sub } from '../../../ui/sub.tsx';
import { FailureNote } from '../failure-note.tsx';
import { useChange } from '../use-change.ts';
import { type HeadingRows, headerCorrection, pointableSheets, withFirst, withLast } from './header-draft.ts';
import { HeaderRows } from './header-rows.tsx';

/** Lets somebody point at the rows that are headings, sheet by sheet, and reads the file again with them. */
export const PointHeader = ({ answer }: { readonly answer: ImportAnswer }) => {
  const words = tDesk.imports.header;
  const sheets = pointableSheets(answer.preview);
  const [chosen, setChosen] = useState<string | null>(null);
  const [pointed, setPointed] = useState<HeadingRows | null>(null);
  const change = useChange();
  const sheet = sheets.find((candidate) => candidate.sheet === chosen) ?? sheets[0];
  if (sheet === undefined) return null;
  const rows = pointed ?? { first: Math.max(sheet.first, 1), last: Math.max(sheet.last, 1) };
  const isChanged = rows.first !== sheet.first || rows.last !== sheet.last;
  const options = Array.from({ length: Math.max(sheet.top.length, sheet.last) }, (_, at) => ({
    value: String(at + 1),
    label: words.ledgerRow(at + 1),
  }));
  const read = async () => {
    const json = headerCorrection(answer.preview, sheet, rows);
    const request = { path: `/imports/${answer.id}/mapping`, method: 'POST' as const, json };
    await change.send({ ...request, schema: importAnswerSchema, outdates: ['imports'] });
  };
  const choose = (name: string) => {
    setChosen(name);
    setPointed(null);
    change.forgetFailure();
  };
  return (
    <Section title={answer.preview.sheets.length === 0 ? words.pointFirst : words.point}>
      <Sub padded>{words.pointBody}</Sub>
      <FilterBar
        label={words.rows}
        end={
          <Button size="compact" busy={change.isBusy} disabled={!isChanged} onClick={read}>
            {words.read}
          </Button>
        }
      >
        <PickField
          label={words.sheet}
          options={sheets.map((known) => ({ value: known.sheet, label: known.sheet || words.wholeFile }))}
          value={sheet.sheet}
          onChange={choose}
        />
        <PickField
          label={words.first}
          options={options}
          value={String(rows.first)}
          onChange={(row) => setPointed(withFirst(rows, Number(row)))}
        />
        <Sub>{words.fromTo}</Sub>
        <PickField
          label={words.last}
          options={options}
          value={String(rows.last)}
          onChange={(row) => setPointed(withLast(rows, Number(row)))}
        />
      </FilterBar>
      <FailureNote failure={change.failure} />
      <HeaderRows sheet={sheet} rows={rows} />
    </Section>
  );
};
