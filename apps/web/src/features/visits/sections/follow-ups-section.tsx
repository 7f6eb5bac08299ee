import { type CivilDate, civilDateAt, needKind } from '@lianxin/domain';
import type { Intent } from '@lianxin/sync/client';
import { codeLabel } from '../../../locale/labels.ts';
import { t } from '../../../locale/messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import type { NeedRecord } from '../../../storage/reading/need-list.ts';
import { followUpsAt } from '../../../storage/reading/today/follow-ups.ts';
import { useRegister } from '../../../storage/use-workspace.ts';
import { ChipGroup } from '../../../ui/chip-group.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { DraftFollowUp } from '../visit-draft.ts';
import type { VisitBeingSaved, VisitSection, VisitSectionProps } from './visit-section.ts';

type FollowUpAnswer = 'done' | 'still' | 'answered';

const optionsOf = ({ state }: NeedRecord): readonly { readonly value: FollowUpAnswer; readonly label: string }[] => [
  ...(state === 'done' ? [] : [{ value: 'done' as const, label: t.followUps.done }]),
  { value: 'still', label: t.followUps.still },
  { value: 'answered', label: t.followUps.told },
];

const today = (): CivilDate => civilDateAt(systemClock.now());

const FollowUps = ({ dwelling, draft, onChange }: VisitSectionProps) => {
  const { view } = useRegister();
  const at = { dwellingId: dwelling.id, householdId: draft.householdId };
  const keep = (needId: string, told: DraftFollowUp | null): void => {
    const { [needId]: _, ...others } = draft.followUps;
    onChange({ followUps: told === null ? others : { ...others, [needId]: told } });
  };
  return followUpsAt(view, at, today()).map(({ need }) => {
    const told = draft.followUps[need.id];
    const options = optionsOf(need);
    return (
      <div key={need.id}>
        <ChipGroup
          mode="single"
          label={t.followUps.ask(codeLabel(needKind, need.kind), need.detail)}
          options={options}
          value={options.find(({ value }) => value === told?.to)?.value ?? null}
          onChange={(to) => keep(need.id, to === null ? null : { to, answer: told?.answer ?? '' })}
        />
        {told?.to === 'answered' && (
          <TextField
            label={t.followUps.answer}
            value={told.answer}
            maxLength={500}
            onChange={(answer) => keep(need.id, { to: 'answered', answer })}
          />
        )}
      </div>
    );
  });
};

/** Where a need goes by an answer; null where it stays: what is not done yet goes back to work only if it was said to be done. */
const nextState = ({ state }: NeedRecord, to: string): NeedRecord['state'] | null => {
  if (to === 'still') return state === 'done' ? 'inProgress' : null;
  return to === 'done' || to === 'answered' ? to : null;
};

const toIntents = ({ view, draft, dwelling, householdId }: VisitBeingSaved): readonly Intent[] =>
  followUpsAt(view, { dwellingId: dwelling.id, householdId }, today()).flatMap(({ need }): readonly Intent[] => {
    const told = draft.followUps[need.id];
    const to = told === undefined ? null : nextState(need, told.to);
    if (told === undefined || to === null || to === need.state) return [];
    // That somebody was told is the fact; what exactly was said may be left out.
    const answer = to === 'answered' ? told.answer.trim() || t.followUps.toldInPerson : null;
    const args = { needId: need.id, from: need.state, to, answer, seenAnswer: need.answer };
    return [{ name: 'need.advance', args }];
  });

/** Asks about open needs that are due here; what became of them is saved with the visit. */
export const followUpsSection: VisitSection = { name: 'follow-ups', Section: FollowUps, toIntents };
