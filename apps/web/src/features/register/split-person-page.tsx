import { tagKind } from '@lianxin/domain';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { tChanges } from '../../locale/change-messages.ts';
import { codeLabel } from '../../locale/labels.ts';
import { t } from '../../locale/messages.ts';
import { newId } from '../../platform/ids.ts';
import { useSaveOnce } from '../../storage/intents/use-save-once.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { readRecord, readRecordsBy } from '../../storage/reading/read-record.ts';
import type { RegroupingIntent } from '../../storage/reading/regrouping-preview.ts';
import { householdWords } from '../../storage/reading/regroupings.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { Page } from '../../ui/page.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Sub } from '../../ui/sub.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { GonePage } from './gone-page.tsx';
import { PersonSummary } from './person-summary.tsx';
import { RegroupingPreview } from './regrouping-preview.tsx';
import { type OpenMember, useOpenMember } from './use-open-member.ts';

const words = tChanges.splitPerson;

const SplitPerson = ({ open }: { readonly open: OpenMember }) => {
  const { view } = useRegister();
  const [, navigate] = useLocation();
  const saveOnce = useSaveOnce();
  const ids = useMemo(() => ({ regroupingId: newId(), personId: newId(), membershipId: newId() }), []);
  const { person, membership } = open.member;
  const [name, setName] = useState('');
  const [homes, setHomes] = useState<readonly string[]>([]);
  const [tags, setTags] = useState<readonly string[]>([]);
  const [wasAsked, setAsked] = useState(false);
  const others = readRecordsBy(view, 'membership', { field: 'personId', to: person.id }).filter(
    ({ id, toOn }) => id !== membership.id && toOn === null,
  );
  const own = readRecordsBy(view, 'tag', { field: 'personId', to: person.id }).filter(({ toOn }) => toOn === null);
  const isMissing = name.trim() === '';
  const intent: RegroupingIntent = {
    name: 'person.split',
    args: {
      regroupingId: ids.regroupingId,
      personId: person.id,
      person: { id: ids.personId, fields: { name: name.trim() || null, verification: 'toCheck' } },
      membershipIds: [...homes],
      tagIds: [...tags],
    },
  };
  // Whoever is taken out without a household of their own lives where the mixed entry was found.
  const { householdId, kind } = membership;
  const here = { id: ids.membershipId, fields: { personId: ids.personId, householdId, kind } };
  const save = async (): Promise<void> => {
    setAsked(true);
    if (isMissing) return;
    const joins = homes.length > 0 ? [] : [{ name: 'member.add' as const, args: { person: null, membership: here } }];
    if (await saveOnce([intent, ...joins], { text: words.done(name.trim()) }))
      navigate(pagePaths.member(homes[0] ?? ids.membershipId), { replace: true });
  };
  const homeOf = (id: string): string => {
    const household = readRecord(view, 'household', id);
    return household === undefined ? '' : householdWords(view, household);
  };
  return (
    <Page
      title={words.title}
      sub={open.address}
      aside={
        <ButtonLink variant="quiet" href={pagePaths.member(membership.id)}>
          {t.ui.cancel}
        </ButtonLink>
      }
      bar={
        <ActionBar>
          <Button variant="main" onClick={() => void save()}>
            {words.confirm}
          </Button>
        </ActionBar>
      }
    >
      <RowList>
        <PersonSummary personId={person.id} />
      </RowList>
      <Sub padded>{words.note}</Sub>
      <TextField
        label={words.name}
        value={name}
        maxLength={60}
        onChange={setName}
        error={wasAsked && isMissing ? words.nameMissing : null}
      />
      {others.length > 0 ? (
        <ChipGroup
          mode="multi"
          label={words.homes}
          options={others.map(({ id, householdId: home }) => ({ value: id, label: homeOf(home) }))}
          value={homes}
          onChange={setHomes}
        />
      ) : null}
      {homes.length === 0 && <Sub padded>{words.homeHere}</Sub>}
      {own.length > 0 && (
        <ChipGroup
          mode="multi"
          label={words.tags}
          options={own.map((tag) => ({ value: tag.id, label: codeLabel(tagKind, tag.kind) }))}
          value={tags}
          onChange={setTags}
        />
      )}
      {!isMissing && <RegroupingPreview intent={intent} newName={name.trim()} />}
    </Page>
  );
};

/** Says that an entry mixes two people. */
export const SplitPersonPage = () => {
  const open = useOpenMember();
  return open === null || open.member.person.erasedAt !== null ? <GonePage /> : <SplitPerson open={open} />;
};
