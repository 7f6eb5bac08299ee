import { buildDemo } from '../demo/build-demo.ts';
import { issueInvitation } from '../modules/session/invitation-routes.ts';
import { acceptInvitation, startTestApp, type TestApp, type TestClient } from './test-app.ts';

/** Is an application with the demo in it and its administrator signed in. */
export interface DemoApp {
  readonly started: TestApp;
  readonly admin: TestClient;
  readonly townId: string;
  readonly villageId: string;
}

/** Starts an application with the demo. */
export const startDemoApp = async (): Promise<DemoApp> => {
  const started = startTestApp();
  await started.store.loadDemo(buildDemo(started.clock.now));
  const idOf = (kind: string): string =>
    started.core.reader.tree.communities().find((community) => community.kind === kind)?.id ?? '';
  return {
    started,
    admin: await signInStarter(started, '周敏'),
    townId: idOf('community'),
    villageId: idOf('village'),
  };
};

/** Signs in somebody who waits for the first use of a printed invitation. */
export const signInStarter = async (started: TestApp, name: string): Promise<TestClient> => {
  const starter = (await started.store.accounts.starters()).find((account) => account.name === name);
  if (starter === undefined) throw new Error(`${name} does not wait for an invitation`);
  const { kept, shown } = issueInvitation(started.deps, 'http://127.0.0.1');
  await started.store.accounts.renewStarter(starter.accountId, kept);
  return (await acceptInvitation(started, { code: shown.code, loginName: name })).client;
};
