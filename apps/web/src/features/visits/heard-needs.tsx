import { need, needKind } from '@lianxin/domain';
import { useState } from 'react';
import { codeLabel, codeOptions } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { ChipButton } from '../../ui/chip-button.tsx';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { DraftNeed } from './visit-draft.ts';

export interface HeardNeedsProps {
  readonly needs: readonly DraftNeed[];
  readonly onChange: (needs: readonly DraftNeed[]) => void;
}

/** The kinds heard most come first; the rest stand behind +. */
const firstKinds = 5;

const kinds = need.fields.kind.codes ?? needKind;
const options = codeOptions(kinds.entries);

/** What people ask for, as chips; each chosen one may say more and until when. */
export const HeardNeeds = ({ needs, onChange }: HeardNeedsProps) => {
  const [showsAll, setShowsAll] = useState(false);
  const chosen = needs.map(({ kind }) => kind);
  const shown = options.filter(({ value }, index) => showsAll || index < firstKinds || chosen.includes(value));
  const choose = (next: readonly string[]): void =>
    onChange(next.map((kind) => needs.find((one) => one.kind === kind) ?? { kind, detail: '', dueOn: '' }));
  const change = (kind: string, part: Partial<DraftNeed>): void =>
    onChange(needs.map((one) => (one.kind === kind ? { ...one, ...part } : one)));
  return (
    <>
      <ChipGroup mode="multi" label={t.visit.needs} options={shown} value={chosen} onChange={choose}>
        {!showsAll && (
          <ChipButton label={t.visit.moreNeeds} onClick={() => setShowsAll(true)}>
            {t.visit.moreNeedsSign}
          </ChipButton>
        )}
      </ChipGroup>
      {needs.map(({ kind, detail, dueOn }) => {
        const word = codeLabel(needKind, kind);
        return (
          <div key={kind}>
            <TextField
              label={t.visit.needDetail(word)}
              value={detail}
              maxLength={500}
              onChange={(next) => change(kind, { detail: next })}
            />
            <DateField label={t.visit.needDue(word)} value={dueOn} onChange={(next) => change(kind, { dueOn: next })} />
          </div>
        );
      })}
    </>
  );
};
