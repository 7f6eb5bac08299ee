import { useMemo, useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { tChanges } from '../../locale/change-messages.ts';
import { t } from '../../locale/messages.ts';
import { newId } from '../../platform/ids.ts';
import { useRegroup } from '../../storage/intents/use-regroup.ts';
import type { DwellingRecord } from '../../storage/reading/door-state.ts';
import { type HouseholdRecord, membersOf } from '../../storage/reading/household.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { bornWords, nameWords } from '../../storage/reading/person-name.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import type { RegroupingIntent } from '../../storage/reading/regrouping-preview.ts';
import { DoorPicker } from '../../storage/search/door-picker.tsx';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { GonePage } from './gone-page.tsx';
import { RegroupingPreview } from './regrouping-preview.tsx';

const words = tChanges.splitHousehold;

interface SplitProps {
  readonly household: HouseholdRecord;
  readonly dwelling: DwellingRecord;
}

const SplitHousehold = ({ household, dwelling }: SplitProps) => {
  const { view } = useRegister();
  const [, navigate] = useLocation();
  // In the address, so that going back from the doors leads to the page that asked for one.
  const [search, setSearch] = useSearchParams();
  const isPicking = search.get('pick') === 'door';
  const regroup = useRegroup();
  const ids = useMemo(() => ({ regroupingId: newId(), made: newId() }), []);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [room, setRoom] = useState('');
  const [door, setDoor] = useState<DwellingRecord>(dwelling);
  const [wasAsked, setAsked] = useState(false);
  const members = membersOf(view, household.id).current;
  const home = pagePaths.door(dwelling.id, household.id);
  const problem = chosen.length === 0 ? words.whoMissing : chosen.length === members.length ? words.notAll : null;
  const roomLabel = room.trim() === '' ? null : room.trim();
  const name = [doorName(view, door), roomLabel].filter(Boolean).join(' ');
  const intent: RegroupingIntent = {
    name: 'household.split',
    args: {
      regroupingId: ids.regroupingId,
      householdId: household.id,
      household: { id: ids.made, fields: { dwellingId: door.id, roomLabel, verification: 'toCheck' } },
      membershipIds: [...chosen],
    },
  };
  const save = async (): Promise<void> => {
    setAsked(true);
    if (problem !== null) return;
    if (await regroup(intent, words.done(name))) navigate(pagePaths.door(door.id, ids.made), { replace: true });
  };
  if (isPicking) {
    return (
      <DoorPicker
        title={words.pickTitle}
        backHref={pagePaths.splitHousehold(household.id)}
        exceptId={dwelling.id}
        confirm={{ title: t.register.move.confirmTitle, body: words.pickBody, label: t.register.move.confirm }}
        onPick={(hit) => {
          setDoor(readRecord(view, 'dwelling', hit.dwellingId) ?? dwelling);
          setSearch({}, { replace: true });
        }}
      />
    );
  }
  return (
    <Page
      title={words.title}
      sub={doorName(view, dwelling)}
      aside={
        <ButtonLink variant="quiet" href={home}>
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
      {wasAsked && problem !== null && (
        <Note tone="late" live>
          {problem}
        </Note>
      )}
      <ChipGroup
        mode="multi"
        label={words.who}
        options={members.map(({ membership, person }) => ({
          value: membership.id,
          label: [nameWords(person), bornWords(person)].filter(Boolean).join(' · '),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <ChipGroup
        mode="single"
        label={words.door}
        options={[
          { value: 'same', label: words.sameDoor },
          { value: 'other', label: door.id === dwelling.id ? words.otherDoor : doorName(view, door) },
        ]}
        value={door.id === dwelling.id ? 'same' : 'other'}
        onChange={(next) => (next === 'other' ? setSearch({ pick: 'door' }) : setDoor(dwelling))}
      />
      <TextField label={words.room} hint={words.roomHint} value={room} maxLength={40} onChange={setRoom} />
      {problem === null && <RegroupingPreview intent={intent} newName={name} />}
    </Page>
  );
};

/** Takes some members of a household out into one of their own. */
export const SplitHouseholdPage = () => {
  const { householdId = '' } = useParams();
  const { view } = useRegister();
  const household = readRecord(view, 'household', householdId);
  const dwelling = readRecord(view, 'dwelling', household?.dwellingId ?? '');
  if (household === undefined || household.toOn !== null || dwelling === undefined) return <GonePage />;
  return <SplitHousehold household={household} dwelling={dwelling} />;
};
