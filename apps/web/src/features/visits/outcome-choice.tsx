import { type Visit, visitOutcome, visitWay } from '@lianxin/domain';
import { useState } from 'react';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceBar } from '../../ui/choice-bar.tsx';
import { OptionSheet } from '../../ui/option-sheet.tsx';
import type { VisitDraft } from './visit-draft.ts';

export interface OutcomeChoiceProps {
  readonly door: string;
  readonly draft: VisitDraft;
  readonly onChange: (part: Partial<VisitDraft>) => void;
}

type Outcome = Visit['outcome'];

const rareOutcomes: readonly Outcome[] = ['refused', 'movedOut', 'vacant'];

const frequent = [
  { value: 'met', label: t.visit.met },
  { value: 'noAnswer', label: t.visit.noAnswer },
] as const;

/** What came of the visit: the two frequent answers large, the others behind one word. */
export const OutcomeChoice = ({ door, draft, onChange }: OutcomeChoiceProps) => {
  const [isMore, setMore] = useState(false);
  const { outcome, way } = draft;
  const rare = rareOutcomes.find((code) => code === outcome);
  const chosen = frequent.find(({ value }) => value === outcome)?.value ?? null;
  const otherWord = way === 'phone' ? codeLabel(visitWay, 'phone') : rare && codeLabel(visitOutcome, rare);
  return (
    <>
      <ChoiceBar
        label={t.visit.outcomeLabel}
        options={frequent}
        value={chosen}
        onChange={(value) => onChange({ outcome: value })}
      >
        <Button variant="slim" pressed={otherWord !== undefined} onClick={() => setMore(true)}>
          {otherWord === undefined ? t.visit.otherMenu : `${otherWord} ▾`}
        </Button>
      </ChoiceBar>
      <OptionSheet
        open={isMore}
        onClose={() => setMore(false)}
        title={t.visit.otherTitle(door)}
        options={[
          ...rareOutcomes.map((code) => ({
            key: code,
            label: codeLabel(visitOutcome, code),
            onSelect: () => onChange({ outcome: code, way: 'door' }),
          })),
          { key: 'phoneMet', label: t.visit.phoneMet, onSelect: () => onChange({ outcome: 'met', way: 'phone' }) },
          {
            key: 'phoneNoAnswer',
            label: t.visit.phoneNoAnswer,
            onSelect: () => onChange({ outcome: 'noAnswer', way: 'phone' }),
          },
          ...(way === 'phone'
            ? [{ key: 'door', label: t.visit.atTheDoor, onSelect: () => onChange({ way: 'door' }) }]
            : []),
        ]}
      />
    </>
  );
};
