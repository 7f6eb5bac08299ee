import { tagKind } from '@lianxin/domain';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { membersOf, tagKindsOf } from '../../storage/reading/household.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { Sub } from '../../ui/sub.tsx';
import type { VisitDraft } from './visit-draft.ts';

export interface KnownFactsProps {
  readonly draft: VisitDraft;
  readonly onChange: (part: Partial<VisitDraft>) => void;
}

const options = [
  { value: 'same', label: t.visit.unchanged },
  { value: 'changed', label: t.visit.changed },
] as const;

/** What is known is shown to be confirmed, never asked again; neither answer is given before somebody gives it. */
export const KnownFacts = ({ draft, onChange }: KnownFactsProps) => {
  const { view } = useRegister();
  const members = draft.householdId === null ? [] : membersOf(view, draft.householdId).current;
  const words = [
    ...tagKindsOf(members).map((kind) => codeLabel(tagKind, kind)),
    ...members.flatMap(({ person }) => person.note ?? []),
  ];
  const value = draft.unchanged === null ? null : draft.unchanged ? 'same' : 'changed';
  return (
    <>
      <ChipGroup
        mode="single"
        label={words.length === 0 ? t.visit.nothingKnown : t.visit.known(t.ui.join.list(words))}
        options={options}
        value={value}
        onChange={(next) => onChange({ unchanged: next === null ? null : next === 'same' })}
      />
      {draft.unchanged === false && <Sub padded>{t.visit.changedHint}</Sub>}
    </>
  );
};
