import type { LedgerName } from '@lianxin/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import { t } from '../../../locale/messages.ts';
import { systemClock } from '../../../platform/clock.ts';
import { saveFile } from '../../../platform/save-file.ts';
import { type ApiFailure, fetchFile } from '../../../storage/api-client.ts';
import { showToast } from '../../../ui/toast.ts';
import { useDeskSession } from '../desk-session.ts';
import { exportPath, type LedgerRequest } from './ledger-period.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface Exporting {
  /** Downloads a ledger; with a reason, every value of it readable. Tells whether it came to a file. */
  readonly start: (name: LedgerName, reason?: string) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly failure: ApiFailure | null;
  /** Who exported, when, under which number. */
  readonly receipt: string | null;
}

/** Downloads ledgers as workbooks and says what was downloaded. */
export const useExport = (request: LedgerRequest): Exporting => {
  const { account } = useDeskSession();
  const cache = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [receipt, setReceipt] = useState<string | null>(null);
  const start = async (name: LedgerName, reason?: string): Promise<boolean> => {
    setIsBusy(true);
    setFailure(null);
    const call = reason === undefined ? {} : { method: 'POST' as const, json: { unmasked: true, reason } };
    const file = await fetchFile(exportPath(name, request), call);
    setIsBusy(false);
    if (!file.ok) {
      setFailure(file.error);
      return false;
    }
    const { blob, fileName } = file.value;
    await saveFile(new File([blob], fileName, { type: xlsx }));
    const now = systemClock.now();
    showToast({ text: tDesk.ledgers.exported(fileName) });
    setReceipt(`${tDesk.ledgers.receipt(account.name, t.dates.moment(now, now), '')} · ${fileName}`);
    for (const topic of ['ledgers', 'audit']) void cache.invalidateQueries({ queryKey: [topic] });
    return true;
  };
  return { start, isBusy, failure, receipt };
};
