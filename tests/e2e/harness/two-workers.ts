import { acceptByApi } from './api-client.ts';
import { invite } from './invite.ts';
import { createPhone, type Phone } from './phone.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { acceptInvitation, waitForFirstPull } from './sign-in-steps.ts';

/** Is a server with two workers of one grid, each with the register on a phone of their own. */
export interface TwoWorkers {
  readonly server: RunningServer;
  readonly first: Phone;
  readonly second: Phone;
}

const directly = async (origin: string): Promise<string> => origin;

/** Starts a server and brings two workers to the point where their day begins; the first may reach it by a way of its own. */
export const startTwoWorkers = async (openWay = directly): Promise<TwoWorkers> => {
  const server = await startServer();
  const admin = await acceptByApi(server, server.invitation('管理员'), 'zhoumin');
  const invitation = await invite(server, admin, { name: '刘大伟', role: 'gridWorker', unit: '第一网格' });
  const first = createPhone(await openWay(server.origin));
  const second = createPhone(server.origin);
  await waitForFirstPull(await acceptInvitation(first, server.invitation('网格员', '王芳'), 'wangfang'));
  await waitForFirstPull(await acceptInvitation(second, invitation, 'liudawei'));
  return { server, first, second };
};
