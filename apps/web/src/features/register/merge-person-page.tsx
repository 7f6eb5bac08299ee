import { identityNumberState } from '@lianxin/domain';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { tChanges } from '../../locale/change-messages.ts';
import { t } from '../../locale/messages.ts';
import { newId } from '../../platform/ids.ts';
import { useRegroup } from '../../storage/intents/use-regroup.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { readRecord, readRecordsBy } from '../../storage/reading/read-record.ts';
import type { RegroupingIntent } from '../../storage/reading/regrouping-preview.ts';
import { homeWords } from '../../storage/reading/regroupings.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Sub } from '../../ui/sub.tsx';
import { GonePage } from './gone-page.tsx';
import { PersonSummary } from './person-summary.tsx';
import { personName } from './person-words.ts';
import { PickPerson } from './pick-person.tsx';
import { RegroupingPreview } from './regrouping-preview.tsx';
import { type OpenMember, useOpenMember } from './use-open-member.ts';

const words = tChanges.mergePerson;

interface TwoEntries {
  readonly open: OpenMember;
  readonly otherId: string;
  readonly onBack: () => void;
}

const MergeTwo = ({ open, otherId, onBack }: TwoEntries) => {
  const { view } = useRegister();
  const [, navigate] = useLocation();
  const regroup = useRegroup();
  const regroupingId = useMemo(newId, []);
  const [kept, setKept] = useState<'this' | 'other' | null>(null);
  const [wasAsked, setAsked] = useState(false);
  const [isSure, setSure] = useState(false);
  const { person, membership } = open.member;
  const other = readRecord(view, 'person', otherId);
  if (other === undefined) return null;
  const [into, from] = kept === 'other' ? [other, person] : [person, other];
  const intent: RegroupingIntent = { name: 'person.merge', args: { regroupingId, fromId: from.id, intoId: into.id } };
  const isApart = homeWords(view, person.id) !== homeWords(view, other.id);
  const save = async (): Promise<void> => {
    if (!(await regroup(intent, words.done(personName({ person: into }))))) return;
    const homes = readRecordsBy(view, 'membership', { field: 'personId', to: into.id });
    const home = homes.find(({ toOn }) => toOn === null) ?? membership;
    navigate(pagePaths.member(home.id), { replace: true });
  };
  const ask = (): void => {
    setAsked(true);
    if (kept === null) return;
    if (isApart) setSure(true);
    else void save();
  };
  const numbers = [person, other].every((one) => one.identityNumberState !== identityNumberState.entries[0].code);
  return (
    <Page
      title={words.title}
      sub={open.address}
      bar={
        <ActionBar>
          <Button variant="main" onClick={ask}>
            {words.confirm}
          </Button>
          <Button variant="slim" onClick={onBack}>
            {t.ui.back}
          </Button>
        </ActionBar>
      }
    >
      {wasAsked && kept === null && (
        <Note tone="late" live>
          {words.keepMissing}
        </Note>
      )}
      <RowList>
        <PersonSummary personId={person.id} />
        <PersonSummary personId={other.id} />
      </RowList>
      <ChipGroup
        mode="single"
        label={words.keep}
        options={[
          { value: 'this', label: homeWords(view, person.id) || personName({ person }) },
          { value: 'other', label: homeWords(view, other.id) || words.other },
        ]}
        value={kept}
        onChange={setKept}
      />
      {numbers && <Sub padded>{words.numbers}</Sub>}
      {kept !== null && <RegroupingPreview intent={intent} newName="" />}
      <ConfirmDialog
        open={isSure}
        title={words.sure}
        confirmLabel={words.confirm}
        onConfirm={() => {
          setSure(false);
          void save();
        }}
        onCancel={() => setSure(false)}
      >
        {words.apart}
      </ConfirmDialog>
    </Page>
  );
};

const MergePerson = ({ open }: { readonly open: OpenMember }) => {
  const [otherId, setOther] = useState<string | null>(null);
  if (otherId !== null) return <MergeTwo open={open} otherId={otherId} onBack={() => setOther(null)} />;
  const { person, membership } = open.member;
  return (
    <Page
      title={words.title}
      sub={open.address}
      aside={
        <ButtonLink variant="quiet" href={pagePaths.member(membership.id)}>
          {t.ui.cancel}
        </ButtonLink>
      }
    >
      <RowList>
        <PersonSummary personId={person.id} />
      </RowList>
      <PickPerson person={person} onPick={setOther} />
    </Page>
  );
};

/** Says that a person and another are one human being. */
export const MergePersonPage = () => {
  const open = useOpenMember();
  return open === null || open.member.person.erasedAt !== null ? <GonePage /> : <MergePerson open={open} />;
};
