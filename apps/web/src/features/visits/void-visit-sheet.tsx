import type { RowView } from '@lianxin/sync/client';
import { useState } from 'react';
import { t } from '../../locale/messages.ts';
import { newId } from '../../platform/ids.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { photosOfVisit, voidVisit } from '../../storage/intents/visit-intents.ts';
import type { VisitRecord } from '../../storage/reading/door-state.ts';
import { useRegister, useWorkspace } from '../../storage/use-workspace.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Sub } from '../../ui/sub.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface VoidVisitSheetProps {
  readonly visit: VisitRecord;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The declaration's own limit for a reason. */
const longestReason = 200;

/** The same picture may belong to another visit as well. */
const isNamedBeside = (view: RowView, visitId: string, sha256: string): boolean =>
  view.all('photo').some(({ fields }) => fields.sha256 === sha256 && fields.visitId !== visitId);

const VoidVisitForm = ({ visit, onClose }: Omit<VoidVisitSheetProps, 'open'>) => {
  const saveAndSay = useSaveAndSay();
  const { view } = useRegister();
  const { photos: pictures } = useWorkspace();
  const [reason, setReason] = useState('');
  const [wasAsked, setAsked] = useState(false);
  const isMissing = reason.trim() === '';
  const save = async (): Promise<void> => {
    setAsked(true);
    if (isMissing) return;
    const photos = photosOfVisit(view, visit.id);
    const intents = voidVisit(visit, { reason: reason.trim(), photos }, newId);
    if (!(await saveAndSay(intents, { text: t.visit.withdrawn }))) return;
    onClose();
    const unnamed = photos.filter(({ sha256 }) => !isNamedBeside(view, visit.id, sha256));
    if (unnamed.length === 0) return;
    const shelf = await pictures.get().catch(() => null);
    for (const { sha256 } of unnamed) await shelf?.letGo(sha256);
  };
  return (
    <Form
      onSubmit={() => void save()}
      bar={
        <ActionBar>
          <Button variant="main" type="submit">
            {t.visit.withdraw}
          </Button>
        </ActionBar>
      }
    >
      <Sub padded>{t.visit.withdrawBody}</Sub>
      <TextField
        label={t.visit.withdrawReason}
        value={reason}
        maxLength={longestReason}
        onChange={setReason}
        error={wasAsked && isMissing ? t.visit.withdrawReasonMissing : null}
      />
    </Form>
  );
};

/** Says that a visit does not count, and why. */
export const VoidVisitSheet = ({ visit, open, onClose }: VoidVisitSheetProps) => (
  <Sheet open={open} onClose={onClose} title={t.visit.withdrawConfirm}>
    <VoidVisitForm visit={visit} onClose={onClose} />
  </Sheet>
);
