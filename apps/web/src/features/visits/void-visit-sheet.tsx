import { useState } from 'react';
import { t } from '../../locale/messages.ts';
import { newId } from '../../platform/ids.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { voidVisit } from '../../storage/intents/visit-intents.ts';
import type { VisitRecord } from '../../storage/reading/door-state.ts';
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

const VoidVisitForm = ({ visit, onClose }: Omit<VoidVisitSheetProps, 'open'>) => {
  const saveAndSay = useSaveAndSay();
  const [reason, setReason] = useState('');
  const [wasAsked, setAsked] = useState(false);
  const isMissing = reason.trim() === '';
  const save = async (): Promise<void> => {
    setAsked(true);
    if (isMissing) return;
    if (await saveAndSay([voidVisit(visit, reason.trim(), newId)], { text: t.visit.withdrawn })) onClose();
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
