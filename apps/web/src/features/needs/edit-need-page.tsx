import { need as needSpec } from '@lianxin/domain';
import { useLocation, useParams } from 'wouter';
import { t } from '../../locale/messages.ts';
import { editRecord } from '../../storage/intents/edit-record.ts';
import { type FormPart, RecordForm } from '../../storage/intents/record-form.tsx';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { doorOfRecord } from '../../storage/reading/door-of-record.ts';
import { changedValues, toFormValues } from '../../storage/reading/form-fields.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import { doorName } from '../../storage/reading/place.ts';
import { readRecord } from '../../storage/reading/read-record.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import { NoNeedPage } from './no-need-page.tsx';

const part: FormPart = { key: 'need', spec: needSpec, names: ['kind', 'detail', 'dueOn', 'handlerName'] };

/** Changes what was written of a need; how far it has come is moved along on its own page. */
export const EditNeedPage = () => {
  const { needId = '' } = useParams();
  const [, navigate] = useLocation();
  const { view } = useRegister();
  const saveAndSay = useSaveAndSay();
  const need = readRecord(view, 'need', needId);
  const dwelling = need === undefined ? undefined : doorOfRecord(view, need);
  if (need === undefined || dwelling === undefined) return <NoNeedPage />;
  const back = pagePaths.need(need.id);
  return (
    <RecordForm
      title={t.needs.edit}
      sub={doorName(view, dwelling)}
      backHref={back}
      draft={`edit need ${need.id}`}
      parts={[part]}
      initial={{ need: toFormValues(part.names, need) }}
      onSave={async ({ need: after = {} }) => {
        const changes = changedValues(need, after);
        const target = { table: 'need' as const, id: need.id, rev: need.rev };
        const intent = editRecord(target, changes, view);
        const text = t.register.form.savedChanges(Object.keys(changes).length);
        const isSaved = intent === null || (await saveAndSay([intent], { text }));
        if (isSaved) navigate(back, { replace: true });
        return isSaved;
      }}
    />
  );
};
