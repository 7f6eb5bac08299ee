import { useLocation, useParams } from 'wouter';
import { t } from '../../locale/messages.ts';
import { newId } from '../../platform/ids.ts';
import { type FormPart, RecordForm } from '../../storage/intents/record-form.tsx';
import { addHousehold, addMember } from '../../storage/intents/register-intents.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { householdPart, membershipPart, shortPersonPart } from './form-parts.ts';
import { GonePage } from './gone-page.tsx';

const parts: readonly FormPart[] = [
  { ...shortPersonPart, title: t.register.form.headTitle, optional: true },
  { ...membershipPart, names: ['relationToHead', 'kind'], follows: 'person' },
  { ...householdPart, title: t.register.form.householdTitle, names: ['phone', 'fromOn', 'roomLabel', 'note'] },
];

/** Registers a household at the door, with its first person if one is known. */
export const NewHouseholdPage = () => {
  const { dwellingId = '' } = useParams();
  const [, navigate] = useLocation();
  const { view } = useRegister();
  const saveAndSay = useSaveAndSay();
  const dwelling = readRecord(view, 'dwelling', dwellingId);
  if (dwelling === undefined) return <GonePage />;
  return (
    <RecordForm
      title={t.register.actions.firstHousehold}
      sub={doorName(view, dwelling)}
      backHref={pagePaths.door(dwelling.id)}
      draft={`new household ${dwelling.id}`}
      parts={parts}
      initial={{}}
      note={t.register.form.willBeChecked}
      onSave={async ({ household = {}, person, membership }) => {
        const householdId = newId();
        const isSaved = await saveAndSay(
          [
            addHousehold(householdId, dwelling.id, household),
            ...(person === undefined || membership === undefined
              ? []
              : [addMember({ householdId, person, membership }, newId)]),
          ],
          { text: t.register.form.saved },
        );
        if (isSaved) navigate(pagePaths.door(dwelling.id, householdId), { replace: true });
        return isSaved;
      }}
    />
  );
};
