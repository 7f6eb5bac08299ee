import { civilDateAt } from '@lianxin/domain';
import { useState } from 'react';
import { tCodes } from '../../locale/code-messages.ts';
import { t } from '../../locale/messages.ts';
import { paper } from '../../locale/zh-cn/paper.ts';
import { systemClock } from '../../platform/clock.ts';
import { printPage } from '../../platform/print-page.ts';
import { endCode } from '../../storage/intents/code-intents.ts';
import { useSaveAndSay } from '../../storage/intents/use-save-and-say.ts';
import { codeAddress } from '../../storage/reading/public-address.ts';
import type { RecordsByName } from '../../storage/reading/read-record.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { PageActions } from '../../ui/page-actions.tsx';
import { Paper, PaperCode, PaperText, ScreenOnly } from '../../ui/paper.tsx';
import { Sub } from '../../ui/sub.tsx';

/** One code of a household as the card that is printed: nothing on it tells whose it is. */
export const CodeCard = ({ code }: { readonly code: RecordsByName['householdCode'] }) => {
  const saveAndSay = useSaveAndSay();
  const [isAsking, setAsking] = useState(false);
  const today = civilDateAt(systemClock.now());
  const stop = async (): Promise<void> => {
    if (await saveAndSay([endCode(code.id, today)], { text: tCodes.stopped })) setAsking(false);
  };
  return (
    <>
      <Paper label={tCodes.codeLabel} size="card">
        <PaperText size="large">{paper.cardTitle}</PaperText>
        <PaperCode text={codeAddress(code.token)} label={tCodes.codeLabel} />
        <PaperText size="small">{paper.cardBody}</PaperText>
      </Paper>
      <ScreenOnly>
        <Sub padded>
          {tCodes.shown}
          {code.fromOn !== null && ` · ${tCodes.since(t.dates.day(code.fromOn, today))}`}
        </Sub>
        <PageActions>
          <Button variant="plain" onClick={printPage}>
            {tCodes.print}
          </Button>
          <Button variant="slim" onClick={() => setAsking(true)}>
            {tCodes.stop}
          </Button>
        </PageActions>
      </ScreenOnly>
      <ConfirmDialog
        open={isAsking}
        tone="danger"
        title={tCodes.stopTitle}
        confirmLabel={tCodes.stopYes}
        onConfirm={() => void stop()}
        onCancel={() => setAsking(false)}
      >
        {tCodes.stopBody}
      </ConfirmDialog>
    </>
  );
};
