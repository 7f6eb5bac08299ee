import { join } from 'node:path';
import { readConfig } from '../../../apps/api/src/config.ts';
import { createApp } from '../../../apps/api/src/create-app.ts';
import { createLog } from '../../../apps/api/src/http/create-log.ts';
import { openDeployment } from '../../../apps/api/src/open-deployment.ts';
import { sendInProcess } from './send-in-process.ts';
import type { Street } from './street.ts';
import { createStreetPhone, type StreetPhone } from './street-phone.ts';

/** Is the application in this process, with the phones of a street that reach it without a socket. */
export interface InProcess {
  readonly phones: readonly StreetPhone[];
  readonly close: () => Promise<void>;
}

/** Opens a data directory as the server does and puts the phones of its street before it. */
export const openInProcess = (directory: string, street: Street): InProcess => {
  const config = readConfig({ DATA_DIR: directory }, [], join(import.meta.dirname, '../../..'));
  if (!config.ok) throw new Error(config.error);
  const deployment = openDeployment(config.value);
  const app = createApp({
    ...deployment,
    address: { isTls: false, publicUrl: null },
    readWorkbook: () => Promise.reject(new Error('no workbook is read here')),
    webFolder: null,
    log: createLog('warn'),
  });
  const send = sendInProcess(app);
  return {
    phones: street.communities.flatMap((community) =>
      community.workers.map((worker) => createStreetPhone(community, worker, send)),
    ),
    close: () => deployment.store.close(),
  };
};
