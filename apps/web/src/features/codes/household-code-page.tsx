import { civilDateAt } from '@lianxin/domain';
import { useState } from 'react';
import { useParams } from 'wouter';
import { tCodes } from '../../locale/code-messages.ts';
import { systemClock } from '../../platform/clock.ts';
import { newId, newRandomToken } from '../../platform/ids.ts';
import { issueCode } from '../../storage/intents/code-intents.ts';
import { useSaveOnce } from '../../storage/intents/use-save-once.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { type RecordsByName, readRecord, readRecordsBy } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ScreenOnly } from '../../ui/paper.tsx';
import { Sub } from '../../ui/sub.tsx';
import { CodeCard } from './code-card.tsx';

/** A household's code: optional, given only when the household agrees, printed as a card without a name, stopped with one press. */
export const HouseholdCodePage = () => {
  const { householdId = '' } = useParams();
  const { view } = useRegister();
  const household = readRecord(view, 'household', householdId);
  if (household !== undefined) return <HouseholdCode household={household} />;
  return (
    <Page title={tCodes.title}>
      <EmptyState
        title={tCodes.unknown.title}
        action={<ButtonLink href={pagePaths.register}>{tCodes.unknown.back}</ButtonLink>}
      >
        {tCodes.unknown.body}
      </EmptyState>
    </Page>
  );
};

const HouseholdCode = ({ household }: { readonly household: RecordsByName['household'] }) => {
  const { view } = useRegister();
  const saveOnce = useSaveOnce();
  const [agrees, setAgrees] = useState(false);
  const dwelling = readRecord(view, 'dwelling', household.dwellingId);
  const codes = readRecordsBy(view, 'householdCode', { field: 'householdId', to: household.id }).filter(
    ({ toOn }) => toOn === null,
  );
  const issue = async (): Promise<void> => {
    if (!agrees) return;
    const made = { householdId: household.id, token: newRandomToken(), fromOn: civilDateAt(systemClock.now()) };
    if (await saveOnce([issueCode(newId(), made)], { text: tCodes.issued })) setAgrees(false);
  };
  return (
    <Page
      paper
      title={tCodes.title}
      back={{
        href: pagePaths.door(household.dwellingId, household.id),
        label: dwelling === undefined ? '' : doorName(view, dwelling),
      }}
      bar={
        <ActionBar note={agrees ? undefined : tCodes.agreeFirst}>
          <Button variant={codes.length === 0 ? 'main' : 'plain'} disabled={!agrees} onClick={() => void issue()}>
            {codes.length === 0 ? tCodes.issue : tCodes.another}
          </Button>
        </ActionBar>
      }
    >
      <ScreenOnly>
        <Sub padded>{tCodes.what}</Sub>
        <Sub padded>{tCodes.optional}</Sub>
      </ScreenOnly>
      {codes.map((code) => (
        <CodeCard key={code.id} code={code} />
      ))}
      <ScreenOnly>
        <CheckField label={tCodes.agree} checked={agrees} onChange={setAgrees} />
      </ScreenOnly>
    </Page>
  );
};
