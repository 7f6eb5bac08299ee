import { useState } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../locale/messages.ts';
import { newId } from '../../platform/ids.ts';
import { DraftNote } from '../../storage/intents/draft-note.tsx';
import { raiseNeed } from '../../storage/intents/need-intents.ts';
import { useFormDraft } from '../../storage/intents/use-form-draft.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { publishWish } from '../../storage/intents/wish-intents.ts';
import { identifyingFactsOf } from '../../storage/reading/identifying-facts.ts';
import type { NeedRecord } from '../../storage/reading/need-list.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { placeOfDoor } from '../../storage/reading/place.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/page.tsx';
import { useShowProblem } from '../../ui/use-show-problem.ts';
import { AgreementFields } from './agreement-fields.tsx';
import { PublicTextFields } from './public-text-fields.tsx';
import type { DoorOfNeed } from './use-door-of-need.ts';
import { WhichNeed } from './which-need.tsx';
import { emptyWishDraft, telltalePieces, toWishContent, wishProblems } from './wish-draft.ts';

export interface WishFormProps {
  readonly door: DoorOfNeed;
  /** The needs here that could be published. */
  readonly needs: readonly NeedRecord[];
  readonly needId: string | null;
}

/** Writes a wish: which need, what volunteers will read, and whether the household agreed to be known to the one who claims. */
export const WishForm = ({ door, needs, needId }: WishFormProps) => {
  const { dwelling, householdId } = door;
  const { view } = useRegister();
  const [, navigate] = useLocation();
  const saveAndSay = useSaveAndSay();
  const { value, change, isRestored, clear } = useFormDraft(`wish ${dwelling.id}`, emptyWishDraft(needId));
  const [tries, setTries] = useState(0);
  useShowProblem(tries);
  const wasAsked = tries > 0;
  const [isBusy, setBusy] = useState(false);
  const problems = wishProblems(value);
  const pieces = telltalePieces(value, identifyingFactsOf(view, dwelling.id));
  const building = placeOfDoor(view, dwelling).building;
  const home = pagePaths.door(dwelling.id, householdId);

  const publish = async (): Promise<void> => {
    setTries(tries + 1);
    if (problems.length > 0 || pieces.length > 0 || value.about === null || isBusy) return;
    setBusy(true);
    const known = needs.find(({ id }) => id === value.about);
    const id = known?.id ?? newId();
    const heard = { kind: value.about, detail: null, dueOn: null };
    const intents = [
      ...(known === undefined ? [raiseNeed(id, { dwellingId: dwelling.id, householdId }, heard)] : []),
      publishWish(id, toWishContent(value), newId),
    ];
    if (await saveAndSay(intents, { text: t.needs.wish.published })) {
      clear();
      navigate(pagePaths.need(id), { replace: true });
    }
    setBusy(false);
  };

  return (
    <Page
      title={t.needs.wish.title}
      sub={t.needs.wish.sub(dwelling.doorLabel)}
      aside={
        <ButtonLink variant="quiet" href={home}>
          {t.ui.cancel}
        </ButtonLink>
      }
      bar={
        <ActionBar>
          <Button variant="main" busy={isBusy} onClick={() => void publish()}>
            {t.needs.wish.submit}
          </Button>
        </ActionBar>
      }
    >
      <DraftNote isRestored={isRestored} onStartOver={clear} />
      <Form label={t.needs.wish.title} onSubmit={() => void publish()}>
        <WhichNeed
          needs={needs}
          value={value.about}
          isMissing={wasAsked && problems.includes('whichMissing')}
          onChange={(about) => change({ about })}
        />
        <PublicTextFields
          draft={value}
          pieces={pieces}
          isMissing={wasAsked && problems.includes('whatMissing')}
          placeSuggestion={building === null ? null : t.needs.wish.placeNear(building.name)}
          onChange={change}
        />
        <AgreementFields draft={value} problems={wasAsked ? problems : []} onChange={change} />
      </Form>
    </Page>
  );
};
