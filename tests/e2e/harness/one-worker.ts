import type { Page } from '@playwright/test';
import { createPhone, type Phone } from './phone.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { acceptInvitation, waitForFirstPull } from './sign-in-steps.ts';

/** Is a server with one worker whose phone holds the register. */
export interface OneWorker {
  readonly server: RunningServer;
  readonly phone: Phone;
  readonly page: Page;
}

/** Starts a server and brings its worker to the point where the day begins. */
export const startOneWorker = async (): Promise<OneWorker> => {
  const server = await startServer();
  const phone = createPhone(server.origin);
  const page = await acceptInvitation(phone, server.invitation('网格员', '王芳'), 'wangfang');
  await waitForFirstPull(page);
  return { server, phone, page };
};
