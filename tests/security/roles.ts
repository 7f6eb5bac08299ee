import { randomUUID } from 'node:crypto';
import {
  acceptInvitation,
  invite,
  signInFirstOperator,
  startTestApp,
  type TestApp,
  type TestClient,
} from '../../apps/api/src/testing/test-app.ts';
import { buildPlace, type TestPlace } from '../../apps/api/src/testing/test-place.ts';
import type { NamedThings } from './foreign-ids.ts';

/** Is one browser per role in one community, and another community that none of them has to do with. */
export interface Roles {
  readonly started: TestApp;
  readonly operator: TestClient;
  readonly home: TestPlace;
  readonly clients: {
    readonly nobody: TestClient;
    readonly volunteer: TestClient;
    readonly gridWorker: TestClient;
    readonly communityAdmin: TestClient;
  };
  readonly foreign: NamedThings;
  readonly unknown: NamedThings;
}

/** Builds two communities and one person of every role in the first. */
export const setUpRoles = async (): Promise<Roles> => {
  const started = startTestApp();
  const operator = (await signInFirstOperator(started)).client;
  const home = await buildPlace(operator, '青禾路社区');
  const away = await buildPlace(operator, '柳湾社区');
  const join = async (name: string, role: string, unitId: string): Promise<TestClient> => {
    const { invitation } = await invite(operator, name, [{ unitId, role }]);
    return (await acceptInvitation(started, { code: invitation.code, loginName: name })).client;
  };
  const stranger = await invite(operator, '外人', [{ unitId: away.gridIds[0], role: 'gridWorker' }]);
  const form = new FormData();
  form.set('file', new File(['楼栋,单元,房号,户主,姓名,与户主关系\n1号楼,1单元,101,王建国,王建国,户主'], 'a.csv'));
  form.set('community', away.communityId);
  const uploaded: { readonly id: string } = JSON.parse(await (await operator.request('POST', '/imports', form)).text());
  return {
    started,
    operator,
    home,
    clients: {
      nobody: started.client(),
      volunteer: await join('陈晨', 'volunteer', home.communityId),
      gridWorker: await join('王芳', 'gridWorker', home.gridIds[0]),
      communityAdmin: await join('周敏', 'communityAdmin', home.communityId),
    },
    foreign: {
      communityId: away.communityId,
      gridId: away.gridIds[0],
      accountId: stranger.account.id,
      importId: uploaded.id,
    },
    unknown: { communityId: randomUUID(), gridId: randomUUID(), accountId: randomUUID(), importId: randomUUID() },
  };
};
