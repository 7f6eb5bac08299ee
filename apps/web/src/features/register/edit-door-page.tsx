import { useLocation, useParams } from 'wouter';
import { t } from '../../locale/messages.ts';
import { RecordForm } from '../../storage/intents/record-form.tsx';
import { toFormValues } from '../../storage/reading/form-fields.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName, placeOfDoor } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { isStairwell } from '../../storage/reading/walking-list.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { doorPart } from './form-parts.ts';
import { GonePage } from './gone-page.tsx';
import { useSaveEdits } from './use-save-edits.ts';

/** Changes what is known of a door. */
export const EditDoorPage = () => {
  const { dwellingId = '' } = useParams();
  const [, navigate] = useLocation();
  const { view } = useRegister();
  const saveEdits = useSaveEdits();
  const dwelling = readRecord(view, 'dwelling', dwellingId);
  if (dwelling === undefined) return <GonePage />;
  const { building } = placeOfDoor(view, dwelling);
  const part = doorPart(building !== null && isStairwell(building));
  const { rev, id } = dwelling;
  return (
    <RecordForm
      title={t.register.actions.editDwelling}
      sub={doorName(view, dwelling)}
      backHref={pagePaths.door(id)}
      draft={`edit dwelling ${id}`}
      parts={[part]}
      initial={{ dwelling: toFormValues(part.names, dwelling) }}
      onSave={async ({ dwelling: after }) => {
        const isSaved = await saveEdits([{ target: { table: 'dwelling', id, rev }, before: dwelling, after }]);
        if (isSaved) navigate(pagePaths.door(id), { replace: true });
        return isSaved;
      }}
    />
  );
};
