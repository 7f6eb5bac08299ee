import { useLocation, useParams } from 'wouter';
import { t } from '../../locale/messages.ts';
import { RecordForm } from '../../storage/intents/record-form.tsx';
import { toFormValues } from '../../storage/reading/form-fields.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { householdPart } from './form-parts.ts';
import { GonePage } from './gone-page.tsx';
import { useSaveEdits } from './use-save-edits.ts';

/** Changes what is known of a household. */
export const EditHouseholdPage = () => {
  const { householdId = '' } = useParams();
  const [, navigate] = useLocation();
  const { view } = useRegister();
  const saveEdits = useSaveEdits();
  const household = readRecord(view, 'household', householdId);
  const dwelling = readRecord(view, 'dwelling', household?.dwellingId ?? '');
  if (household === undefined || dwelling === undefined) return <GonePage />;
  const { rev, id } = household;
  const home = pagePaths.door(dwelling.id, id);
  return (
    <RecordForm
      title={t.register.actions.editHousehold}
      sub={doorName(view, dwelling)}
      backHref={home}
      draft={`edit household ${id}`}
      parts={[householdPart]}
      initial={{ household: toFormValues(householdPart.names, household) }}
      onSave={async ({ household: after }) => {
        const isSaved = await saveEdits([{ target: { table: 'household', id, rev }, before: household, after }]);
        if (isSaved) navigate(home, { replace: true });
        return isSaved;
      }}
    />
  );
};
