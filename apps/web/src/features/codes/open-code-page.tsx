import { Redirect, useParams } from 'wouter';
import { tCodes } from '../../locale/code-messages.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { readAllRecords, readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';

/** Opens the household that a code stands for, out of the register on this phone and without asking anybody. */
export const OpenCodePage = () => {
  const { token = '' } = useParams();
  const { view } = useRegister();
  const code = readAllRecords(view, 'householdCode').find((known) => known.token === token && known.toOn === null);
  const household = code === undefined ? undefined : readRecord(view, 'household', code.householdId);
  if (household !== undefined) return <Redirect to={pagePaths.door(household.dwellingId, household.id)} replace />;
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
