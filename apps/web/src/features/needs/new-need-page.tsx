import { need as needSpec } from '@lianxin/domain';
import { useLocation } from 'wouter';
import { t } from '../../locale/messages.ts';
import { newId } from '../../platform/ids.ts';
import { raiseNeed } from '../../storage/intents/need-intents.ts';
import { type FormPart, RecordForm } from '../../storage/intents/record-form.tsx';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { pagePaths } from '../../storage/reading/page-paths.ts';
import type { FormValue } from '../../ui/described-field.ts';
import { needWord } from './need-words.ts';
import { NoNeedPage } from './no-need-page.tsx';
import { useDoorOfNeed } from './use-door-of-need.ts';

const part: FormPart = { key: 'need', spec: needSpec, names: ['kind', 'detail', 'dueOn'] };

const textOf = (value: FormValue | undefined): string | null => (typeof value === 'string' ? value : null);

/** Writes down what somebody asks for without a visit: on the stairs, on the phone. */
export const NewNeedPage = () => {
  const door = useDoorOfNeed();
  const [, navigate] = useLocation();
  const saveAndSay = useSaveAndSay();
  if (door === null) return <NoNeedPage />;
  const { dwelling, householdId } = door;
  const home = pagePaths.door(dwelling.id, householdId);
  return (
    <RecordForm
      title={t.needs.recordTitle(dwelling.doorLabel)}
      backHref={home}
      draft={`new need ${dwelling.id} ${householdId ?? ''}`}
      parts={[part]}
      initial={{}}
      note={t.needs.mustTell}
      onSave={async ({ need: values = {} }) => {
        const kind = needSpec.fields.kind.schema.safeParse(values['kind']);
        if (!kind.success) return false;
        const heard = { kind: kind.data, detail: textOf(values['detail']), dueOn: textOf(values['dueOn']) };
        const intent = raiseNeed(newId(), { dwellingId: dwelling.id, householdId }, heard);
        const isSaved = await saveAndSay([intent], { text: t.needs.saved(needWord(heard)) });
        if (isSaved) navigate(home, { replace: true });
        return isSaved;
      }}
    />
  );
};
