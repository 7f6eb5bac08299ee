import { useLocation, useParams } from 'wouter';
import { t } from '../../locale/messages.ts';
import { newId } from '../../platform/ids.ts';
import { RecordForm } from '../../storage/intents/record-form.tsx';
import { addMember, identifyPerson } from '../../storage/intents/register-intents.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { useSealedNumber } from '../../storage/intents/use-sealed-number.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { membershipPart, wholePersonPart } from './form-parts.ts';
import { GonePage } from './gone-page.tsx';

const parts = [
  { ...wholePersonPart, names: ['name', 'sex', 'birthOn', 'phone'] },
  { ...membershipPart, names: ['relationToHead', 'kind'] },
  { ...wholePersonPart, key: 'more', names: wholePersonPart.names.slice(4), title: t.register.form.moreTitle },
];

/** Registers one more person of a household; a newborn may have no name yet. */
export const NewMemberPage = () => {
  const { householdId = '' } = useParams();
  const [, navigate] = useLocation();
  const { view } = useRegister();
  const saveAndSay = useSaveAndSay();
  const number = useSealedNumber(`new member number ${householdId}`, null);
  const household = readRecord(view, 'household', householdId);
  const dwelling = readRecord(view, 'dwelling', household?.dwellingId ?? '');
  if (household === undefined || dwelling === undefined) return <GonePage />;
  const home = pagePaths.door(dwelling.id, householdId);
  return (
    <RecordForm
      title={t.register.actions.newMember}
      sub={doorName(view, dwelling)}
      backHref={home}
      draft={`new member ${householdId}`}
      parts={parts}
      initial={{}}
      ownField={number}
      onSave={async ({ person = {}, more = {}, membership = {} }) => {
        const personId = number.personId;
        const sealed = await number.settle();
        if (sealed === 'wrong') return false;
        const member = addMember({ householdId, person: { ...person, ...more }, membership, personId }, newId);
        const identified = sealed === null ? [] : [identifyPerson(personId, sealed)];
        const isSaved = await saveAndSay([member, ...identified], { text: t.register.form.saved });
        if (isSaved) navigate(home, { replace: true });
        return isSaved;
      }}
    />
  );
};
