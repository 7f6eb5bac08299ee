import type { FieldMap } from '@lianxin/domain';
import type { Intent } from '@lianxin/sync/client';
import { t } from '../../locale/messages.ts';
import { type EditTarget, editRecord } from '../../storage/intents/edit-record.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { changedValues } from '../../storage/reading/form-fields.ts';
import { useRegister } from '../../storage/use-workspace.ts';
import type { FormValues } from '../../ui/described-field.ts';
import { showToast } from '../../ui/toast.ts';

/** A record on screen with the values a form read for it. */
export interface EditedRecord {
  readonly target: EditTarget;
  readonly before: FieldMap;
  readonly after: FormValues | undefined;
}

/** Saves only what was changed, field by field, together with intents that go with it, and says how much; false when it could not be saved. */
export const useSaveEdits = (): ((records: readonly EditedRecord[], along?: readonly Intent[]) => Promise<boolean>) => {
  const { view } = useRegister();
  const saveAndSay = useSaveAndSay();
  return async (records, along = []) => {
    const changes = records.map(({ target, before, after }) => ({
      target,
      values: changedValues(before, after ?? {}),
    }));
    const edits = changes.flatMap(({ target, values }) => editRecord(target, values, view) ?? []);
    const intents = [...edits, ...along];
    if (intents.length === 0) {
      showToast({ text: t.register.form.unchanged });
      return true;
    }
    const changed = changes.reduce((sum, { values }) => sum + Object.keys(values).length, along.length);
    return await saveAndSay(intents, { text: t.register.form.savedChanges(changed) });
  };
};
