import { randomUUID } from 'node:crypto';
import type { ApiRoute } from '@lianxin/protocol';

/** Is what a request names: things of one community. */
export interface NamedThings {
  readonly communityId: string;
  readonly gridId: string;
  readonly accountId: string;
  readonly importId: string;
}

/** Is a request to a route that names those things. */
export interface NamingRequest {
  readonly path: string;
  readonly body?: unknown;
}

const csv = '楼栋,单元,房号,户主,姓名,与户主关系\n1号楼,1单元,101,王建国,王建国,户主';

const uploadOf = (communityId: string): FormData => {
  const form = new FormData();
  form.set('file', new File([csv], 'a.csv'));
  form.set('community', communityId);
  return form;
};

const pullOf = (communityId: string) => ({
  version: 1,
  schema: 1,
  communityId,
  epoch: null,
  replicaId: randomUUID(),
  have: {},
});
const pushOf = (communityId: string) => ({
  version: 1,
  schema: 1,
  communityId,
  epoch: null,
  replicaId: randomUUID(),
  mutations: [],
  left: 0,
});

/** Tells for every route how a request names something foreign; null where there is nothing to name. A new route does not compile without its line. */
export const namingRequests: Readonly<Record<ApiRoute, ((ids: NamedThings) => NamingRequest) | null>> = {
  getSession: null,
  signIn: null,
  signOut: null,
  lookAtInvitation: null,
  acceptInvitation: null,
  push: ({ communityId }) => ({ path: '/sync/push', body: pushOf(communityId) }),
  pull: ({ communityId }) => ({ path: '/sync/pull', body: pullOf(communityId) }),
  syncEvents: ({ communityId }) => ({ path: `/sync/events?community=${communityId}` }),
  // Whose work a rescue file holds is sealed inside it; its own tests forge one.
  handInRescue: null,
  findPersons: ({ communityId }) => ({ path: '/persons/find', body: { community: communityId, search: '王' } }),
  lookAtErasure: ({ communityId, accountId }) => ({ path: `/persons/${accountId}/erasure?community=${communityId}` }),
  erasePerson: ({ communityId, accountId }) => ({
    path: `/persons/${accountId}/erase`,
    body: { community: communityId, reason: '本人要求' },
  }),
  listUnits: null,
  createUnit: ({ gridId }) => ({ path: '/units', body: { kind: 'building', parentId: gridId, name: '9号楼' } }),
  changeUnit: ({ gridId }) => ({ path: `/units/${gridId}`, body: { name: '改名' } }),
  closeUnit: ({ gridId }) => ({ path: `/units/${gridId}/close`, body: {} }),
  listAccounts: null,
  inviteAccount: ({ gridId }) => ({
    path: '/accounts',
    body: { name: '某人', postings: [{ unitId: gridId, role: 'gridWorker' }] },
  }),
  reinviteAccount: ({ accountId }) => ({ path: `/accounts/${accountId}/invitation`, body: {} }),
  changePostings: ({ accountId }) => ({ path: `/accounts/${accountId}/postings`, body: { postings: [] } }),
  disableAccount: ({ accountId }) => ({ path: `/accounts/${accountId}/disable`, body: {} }),
  listImports: ({ communityId }) => ({ path: `/imports?community=${communityId}` }),
  createImport: ({ communityId }) => ({ path: '/imports', body: uploadOf(communityId) }),
  getImport: ({ importId }) => ({ path: `/imports/${importId}` }),
  correctMapping: ({ importId }) => ({ path: `/imports/${importId}/mapping`, body: { mapping: [] } }),
  discardImport: ({ importId }) => ({ path: `/imports/${importId}` }),
  confirmImport: ({ importId }) => ({ path: `/imports/${importId}/confirm`, body: {} }),
  previewLedger: ({ communityId }) => ({ path: `/ledgers/residents/preview?community=${communityId}` }),
  getLedger: ({ communityId }) => ({ path: `/ledgers/residents.xlsx?community=${communityId}` }),
  getUnmaskedLedger: ({ communityId }) => ({
    path: `/ledgers/residents.xlsx?community=${communityId}`,
    body: { unmasked: true, reason: '想看一看' },
  }),
  getRegister: ({ communityId }) => ({ path: `/register?community=${communityId}` }),
  getOverview: ({ communityId }) => ({ path: `/overview?community=${communityId}` }),
  listHeld: ({ communityId }) => ({ path: `/held?community=${communityId}` }),
  getAudit: null,
  // Whose work a deposit holds is sealed inside it; its own tests forge one.
  handInDeposits: null,
  listDevices: ({ communityId }) => ({ path: `/devices?community=${communityId}` }),
  wipeDevice: ({ accountId }) => ({ path: `/devices/${accountId}/wipe`, body: {} }),
  reportWiped: null,
  getSegment: ({ communityId }) => ({ path: `/sync/segments/${'0'.repeat(64)}?community=${communityId}` }),
  lookAtPhoto: ({ communityId }) => ({ path: `/photos/${'0'.repeat(64)}/state?community=${communityId}` }),
  putPhotoPart: ({ communityId }) => ({ path: `/photos/${'0'.repeat(64)}?community=${communityId}&from=0`, body: {} }),
  getPhoto: ({ communityId }) => ({ path: `/photos/${'0'.repeat(64)}?community=${communityId}` }),
  listCadences: ({ communityId }) => ({ path: `/cadences?community=${communityId}` }),
  saveCadence: ({ communityId }) => ({
    path: '/cadences',
    body: {
      community: communityId,
      cadence: {
        id: null,
        presetKey: null,
        name: '每周',
        tagKinds: [],
        alsoTagKinds: [],
        minAge: null,
        everyDays: 7,
        afterChangeDays: null,
        isActive: true,
        sortOrder: 1,
      },
    },
  }),
  listQuestionSets: ({ communityId }) => ({ path: `/question-sets?community=${communityId}` }),
  saveQuestionSet: ({ communityId }) => ({
    path: '/question-sets',
    body: {
      community: communityId,
      set: {
        setKey: null,
        baseVersion: null,
        kind: 'check',
        name: '核对',
        nameEn: null,
        questions: [{ key: 'food', type: 'yesNo', label: { zh: '吃穿', en: '' } }],
        audience: { tagKinds: [], minAge: null },
        fromOn: null,
        toOn: null,
      },
    },
  }),
  endQuestionSet: ({ communityId }) => ({
    path: '/question-sets/end',
    body: { community: communityId, setKey: 'fiveItems', isActive: false },
  }),
  getBuildingNotice: ({ communityId, gridId }) => ({ path: `/units/${gridId}/notice?community=${communityId}` }),
  // Anybody at a door may ask who a worker is; an unknown token is not found.
  lookAtWorker: null,
  getOpenApi: null,
  getHealth: null,
};
