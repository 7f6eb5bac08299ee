import { useLocation } from 'wouter';
import { t } from '../../locale/messages.ts';
import { memberDraft } from '../../storage/forget-erased-drafts.ts';
import { RecordForm } from '../../storage/intents/record-form.tsx';
import { useKnownNumber } from '../../storage/intents/use-known-number.ts';
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
  const number = useKnownNumber(open.member.person);
  const { person, membership } = open.member;
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
      after={number.field}
      onSave={async (after) => {
        if ((await number.settle()) === 'wrong') return false;
        const isSaved = await saveEdits([
          { target: { table: 'person', id: person.id, rev: person.rev }, before: person, after: after['person'] },
          {
            target: { table: 'membership', id: membership.id, rev: membership.rev },
            before: membership,
            after: after['membership'],
          },
        ]);
        if (isSaved) navigate(back, { replace: true });
        return isSaved;
      }}
    />
  );
};
