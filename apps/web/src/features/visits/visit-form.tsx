import { visitOutcome } from '@lianxin/domain';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { visitDraft } from '../../storage/forget-erased-drafts.ts';
import { DraftNote } from '../../storage/intents/draft-note.tsx';
import { useFormDraft } from '../../storage/intents/use-form-draft.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { logVisit } from '../../storage/intents/visit-intents.ts';
import type { DwellingRecord } from '../../storage/reading/door-state.ts';
import type { HouseholdRecord } from '../../storage/reading/household.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { Form } from '../../ui/form.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Sub } from '../../ui/sub.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useShowProblem } from '../../ui/use-show-problem.ts';
import { HeardNeeds } from './heard-needs.tsx';
import { KnownFacts } from './known-facts.tsx';
import { LateEntry } from './late-entry.tsx';
import { OutcomeChoice } from './outcome-choice.tsx';
import { visitSections } from './sections/visit-sections.ts';
import { emptyVisitDraft, isUntouched, toMadeVisit, type VisitDraft, visitProblem } from './visit-draft.ts';

export interface VisitFormProps {
  readonly dwelling: DwellingRecord;
  readonly households: readonly HouseholdRecord[];
  /** The household that the visit is about, where that is known. */
  readonly householdId: string | null;
  /** Where it leads when it is saved or given up. */
  readonly home: string;
}

/** The declaration's own limit for a note. */
const longestNote = 2_000;

/** Writes a visit down: what came of it, what was heard. One choice is enough; nothing else is asked for. */
export const VisitForm = ({ dwelling, households, householdId, home }: VisitFormProps) => {
  const [, navigate] = useLocation();
  const saveAndSay = useSaveAndSay();
  const { view } = useRegister();
  const { value, change, isRestored, clear } = useFormDraft(
    visitDraft(dwelling.id, householdId),
    emptyVisitDraft(householdId),
  );
  const [isSaving, setSaving] = useState(false);
  // A photo that is still being shrunk is part of the visit: it would be left out without a word.
  const [waitsFor, setWaitsFor] = useState<string | null>(null);
  const isBusy = isSaving || waitsFor !== null;
  const [tries, setTries] = useState(0);
  useShowProblem(tries);
  const now = systemClock.now();
  const problem = tries === 0 ? null : visitProblem(value, { now, households: households.length });

  const save = async (draft: VisitDraft = value): Promise<void> => {
    const found = visitProblem(draft, { now: systemClock.now(), households: households.length });
    setTries(tries + 1);
    if (found !== null || draft.outcome === null || isBusy) return;
    setSaving(true);
    const intent = logVisit(toMadeVisit(dwelling.id, draft, draft.outcome), newId);
    const { householdId: about } = draft;
    const made = { view, draft, visitId: intent.args.visit.id, dwelling, householdId: about, newId };
    const others = visitSections.flatMap(({ toIntents }) => toIntents(made));
    const text = t.visit.saved(dwelling.doorLabel, codeLabel(visitOutcome, draft.outcome));
    if (await saveAndSay([intent, ...others], { text })) {
      clear();
      navigate(home, { replace: true });
    }
    setSaving(false);
  };

  return (
    <Page
      title={t.visit.title(dwelling.doorLabel)}
      sub={<LateEntry late={value.late} now={now} onChange={(late) => change({ late })} />}
      aside={
        <ButtonLink variant="quiet" href={home}>
          {t.ui.cancel}
        </ButtonLink>
      }
      bar={
        <ActionBar note={waitsFor ?? t.visit.savesOffline}>
          <Button variant="main" busy={isBusy} onClick={() => void save()}>
            {t.visit.save}
          </Button>
          {isUntouched(value) && households.length > 0 && value.householdId !== null && (
            <Button busy={isBusy} onClick={() => void save({ ...value, outcome: 'met', unchanged: true })}>
              {t.visit.metUnchanged}
            </Button>
          )}
        </ActionBar>
      }
    >
      <DraftNote isRestored={isRestored} onStartOver={clear} />
      {problem !== null && (
        <Note tone="late" live>
          {t.visit[problem]}
        </Note>
      )}
      <Form label={t.visit.title(dwelling.doorLabel)} onSubmit={() => void save()}>
        <OutcomeChoice door={dwelling.doorLabel} draft={value} onChange={change} />
        {households.length > 1 && (
          <ChipGroup
            mode="single"
            label={t.visit.whichRoom}
            options={households.map(({ id, roomLabel }, index) => ({
              value: id,
              label: roomLabel ?? t.register.someRoom(index + 1),
            }))}
            value={value.householdId}
            onChange={(next) => change({ householdId: next })}
          />
        )}
        <KnownFacts dwelling={dwelling} draft={value} onChange={change} />
        {visitSections.map(({ name, Section }) => (
          <Section key={name} dwelling={dwelling} draft={value} onChange={change} onWait={setWaitsFor} />
        ))}
        <HeardNeeds needs={value.needs} onChange={(needs) => change({ needs })} />
        <TextArea
          label={t.visit.note}
          placeholder={t.visit.notePlaceholder}
          maxLength={longestNote}
          value={value.note}
          onChange={(note) => change({ note })}
        />
        <Sub padded>{t.visit.nothingForced}</Sub>
      </Form>
    </Page>
  );
};
