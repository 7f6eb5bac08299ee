import { useLocation } from 'wouter';
import { t } from '../../locale/messages.ts';
import { memberDraft, memberNumberDraft } from '../../storage/forget-erased-drafts.ts';
import { RecordForm } from '../../storage/intents/record-form.tsx';
import { identifyPerson } from '../../storage/intents/register-intents.ts';
import { useSealedNumber } from '../../storage/intents/use-sealed-number.ts';
import { toFormValues } from '../../storage/reading/form-fields.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { isErased } from '../../storage/reading/person-name.ts';
import { membershipPart, wholePersonPart } from './form-parts.ts';
import { GonePage } from './gone-page.tsx';
import { personName } from './person-words.ts';
import { type OpenMember, useOpenMember } from './use-open-member.ts';
import { useSaveEdits } from './use-save-edits.ts';

/** Changes what is known of a person and of their place in the household. */
export const EditMemberPage = () => {
  const open = useOpenMember();
  return open === null || isErased(open.member.person) ? <GonePage /> : <EditMemberForm open={open} />;
};

const EditMemberForm = ({ open }: { readonly open: OpenMember }) => {
  const [, navigate] = useLocation();
  const saveEdits = useSaveEdits();
  const { person, membership } = open.member;
  const number = useSealedNumber(memberNumberDraft(membership.id), person);
  const back = pagePaths.member(membership.id);
  return (
    <RecordForm
      title={t.register.actions.editPerson}
      sub={`${personName(open.member)} · ${open.address}`}
      backHref={back}
      draft={memberDraft(membership.id)}
      parts={[wholePersonPart, membershipPart]}
      initial={{
        person: toFormValues(wholePersonPart.names, person),
        membership: toFormValues(membershipPart.names, membership),
      }}
      ownField={number}
      onSave={async (after) => {
        const sealed = await number.settle();
        if (sealed === 'wrong') return false;
        const identified = sealed === null ? [] : [identifyPerson(person.id, sealed)];
        const isSaved = await saveEdits(
          [
            { target: { table: 'person', id: person.id, rev: person.rev }, before: person, after: after['person'] },
            {
              target: { table: 'membership', id: membership.id, rev: membership.rev },
              before: membership,
              after: after['membership'],
            },
          ],
          identified,
        );
        if (isSaved) navigate(back, { replace: true });
        return isSaved;
      }}
    />
  );
};
