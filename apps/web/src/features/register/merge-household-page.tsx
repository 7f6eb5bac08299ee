import { civilDateAt } from '@lianxin/domain';
import { useMemo, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { tChanges } from '../../locale/change-messages.ts';
import { t } from '../../locale/messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { useRegroup } from '../../storage/intents/use-regroup.ts';
import { type HouseholdRecord, householdsOfDoor } from '../../storage/reading/household.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { placeOfDoor } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import type { RegroupingIntent } from '../../storage/reading/regrouping-preview.ts';
import { householdWords } from '../../storage/reading/regroupings.ts';
import { FoundDoors } from '../../storage/search/found-doors.tsx';
import { useDoorSearch } from '../../storage/search/use-door-search.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { Row } from '../../ui/row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Sub } from '../../ui/sub.tsx';
import { GonePage } from './gone-page.tsx';
import { HouseholdSummary } from './household-summary.tsx';
import { RegroupingPreview } from './regrouping-preview.tsx';

const words = tChanges.mergeHousehold;

/** As many as a thumb scrolls through before typing another letter. */
const mostShown = 40;

interface MergeProps {
  readonly from: HouseholdRecord;
}

const PickHousehold = ({ from, onPick }: MergeProps & { readonly onPick: (id: string) => void }) => {
  const { view } = useRegister();
  const [query, setQuery] = useState('');
  const found = useDoorSearch(query, mostShown);
  const beside = householdsOfDoor(view, from.dwellingId).filter(({ id }) => id !== from.id);
  const hits = found.hits.filter(
    ({ dwellingId, householdId }) =>
      householdId !== from.id && (householdId !== null || householdsOfDoor(view, dwellingId).length > 0),
  );
  return (
    <>
      <Sub padded>{words.note}</Sub>
      <RowList>
        {beside.map((household) => (
          <Row
            key={household.id}
            text={householdWords(view, household)}
            note={words.sameDoor}
            onClick={() => onPick(household.id)}
          />
        ))}
      </RowList>
      <SearchField
        label={t.register.pick.searchLabel}
        placeholder={t.register.pick.searchPlaceholder}
        value={query}
        onChange={setQuery}
      />
      {query !== '' && (
        <FoundDoors
          result={{ total: found.total - (found.hits.length - hits.length), hits }}
          onPick={({ dwellingId, householdId }) => {
            const id = householdId ?? householdsOfDoor(view, dwellingId).find((one) => one.id !== from.id)?.id;
            if (id !== undefined) onPick(id);
          }}
        />
      )}
    </>
  );
};

const MergeHousehold = ({ from }: MergeProps) => {
  const { view } = useRegister();
  const [, navigate] = useLocation();
  const regroup = useRegroup();
  const regroupingId = useMemo(newId, []);
  const [intoId, setInto] = useState<string | null>(null);
  const into = intoId === null ? undefined : readRecord(view, 'household', intoId);
  const gridOf = ({ dwellingId }: HouseholdRecord): string | null => {
    const dwelling = readRecord(view, 'dwelling', dwellingId);
    return dwelling === undefined ? null : (placeOfDoor(view, dwelling).grid?.id ?? null);
  };
  const save = async (merge: RegroupingIntent, to: HouseholdRecord): Promise<void> => {
    if (await regroup(merge, words.done(householdWords(view, to))))
      navigate(pagePaths.door(to.dwellingId, to.id), { replace: true });
  };
  const intent: RegroupingIntent | null =
    into === undefined
      ? null
      : {
          name: 'household.merge',
          args: { regroupingId, fromId: from.id, intoId: into.id, toOn: civilDateAt(systemClock.now()) },
        };
  return (
    <Page
      title={words.title}
      sub={householdWords(view, from)}
      aside={
        <ButtonLink variant="quiet" href={pagePaths.door(from.dwellingId, from.id)}>
          {t.ui.cancel}
        </ButtonLink>
      }
      bar={
        intent !== null &&
        into !== undefined && (
          <ActionBar>
            <Button variant="main" onClick={() => void save(intent, into)}>
              {words.confirm}
            </Button>
            <Button variant="slim" onClick={() => setInto(null)}>
              {t.ui.back}
            </Button>
          </ActionBar>
        )
      }
    >
      {intent === null || into === undefined ? (
        <PickHousehold from={from} onPick={setInto} />
      ) : (
        <>
          <RowList>
            <HouseholdSummary household={from} />
            <HouseholdSummary household={into} aside={tChanges.mergePerson.keepThis} />
          </RowList>
          {gridOf(from) !== gridOf(into) && <Note tone="soon">{words.twoGrids}</Note>}
          <RegroupingPreview intent={intent} newName="" />
        </>
      )}
    </Page>
  );
};

/** Says that a household and another are one. */
export const MergeHouseholdPage = () => {
  const { householdId = '' } = useParams();
  const { view } = useRegister();
  const from = readRecord(view, 'household', householdId);
  return from === undefined || from.toOn !== null ? <GonePage /> : <MergeHousehold from={from} />;
};
