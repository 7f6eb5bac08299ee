import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { t } from '../../locale/messages.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import type { HouseholdRecord } from '../../storage/reading/household.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Page } from '../../ui/page.tsx';
import { Sub } from '../../ui/sub.tsx';
import { GonePage } from './gone-page.tsx';
import { useToday } from './use-today.ts';

const words = t.register.endHousehold;

const dayProblem = (toOn: string, today: string): string | null => {
  if (toOn === '') return t.register.endMembership.onMissing;
  return toOn > today ? t.register.endMembership.onFuture : null;
};

const EndHousehold = ({ household, address }: { readonly household: HouseholdRecord; readonly address: string }) => {
  const [, navigate] = useLocation();
  const saveAndSay = useSaveAndSay();
  const today = useToday();
  const [toOn, setDay] = useState('');
  const [wasAsked, setAsked] = useState(false);
  const problem = dayProblem(toOn, today);
  const save = async (): Promise<void> => {
    setAsked(true);
    if (problem !== null) return;
    const args = { householdId: household.id, toOn };
    const isSaved = await saveAndSay([{ name: 'household.end', args }], { text: words.done });
    if (isSaved) navigate(pagePaths.door(household.dwellingId), { replace: true });
  };
  return (
    <Page
      title={words.title}
      sub={address}
      aside={
        <ButtonLink variant="quiet" href={pagePaths.door(household.dwellingId, household.id)}>
          {t.ui.cancel}
        </ButtonLink>
      }
      bar={
        <ActionBar>
          <Button variant="main" onClick={() => void save()}>
            {t.register.endMembership.confirm}
          </Button>
        </ActionBar>
      }
    >
      <DateField
        label={t.register.endMembership.on}
        value={toOn}
        max={today}
        onChange={setDay}
        error={wasAsked ? problem : null}
      />
      <Sub padded>{words.note}</Sub>
    </Page>
  );
};

/** Ends a household's time behind a door, with its members' time in it. */
export const EndHouseholdPage = () => {
  const { householdId = '' } = useParams();
  const { view } = useRegister();
  const household = readRecord(view, 'household', householdId);
  const dwelling = readRecord(view, 'dwelling', household?.dwellingId ?? '');
  if (household === undefined || household.toOn !== null || dwelling === undefined) return <GonePage />;
  return <EndHousehold household={household} address={doorName(view, dwelling)} />;
};
