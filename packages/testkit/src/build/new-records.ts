import type { Json } from '@lianxin/domain';
import type { NewRecord } from '@lianxin/protocol';

type Values = Readonly<Record<string, Json>>;

const record = (id: string, defaults: Values, values: Values): NewRecord => ({
  id,
  fields: { ...defaults, ...values },
});

/** Builds a visit as a page sends it: somebody was met at the door. `values` needs a `dwellingId`. */
export const newVisit = (id: string, values: Values): NewRecord => record(id, { outcome: 'met', way: 'door' }, values);

/** Builds a need as a page sends it: a repair. `values` needs a `dwellingId`. */
export const newNeed = (id: string, values: Values): NewRecord =>
  record(id, { kind: 'repair', detail: '水管漏水' }, values);

/** Builds a door as a page sends it. `values` needs a `unitId`. */
export const newDwelling = (id: string, values: Values): NewRecord =>
  record(id, { doorLabel: '903', floor: 9, verification: 'toCheck' }, values);

/** Builds a household as a page sends it. `values` needs a `dwellingId`. */
export const newHousehold = (id: string, values: Values): NewRecord =>
  record(id, { roomLabel: '东屋', verification: 'toCheck' }, values);

/** Builds a person as a page sends it. */
export const newPerson = (id: string, values: Values = {}): NewRecord =>
  record(id, { name: '钱向阳', phone: '13900000000', verification: 'toCheck' }, values);

/** Builds a membership as a page sends it. `values` needs `personId` and `householdId`. */
export const newMembership = (id: string, values: Values): NewRecord =>
  record(id, { kind: 'resident', fromOn: '2026-03-01' }, values);

/** Builds a tag as a page sends it. `values` needs a `personId`. */
export const newTag = (id: string, values: Values): NewRecord =>
  record(id, { kind: 'livesAlone', source: '走访', fromOn: '2026-03-01' }, values);

/** Builds the grid's side of a wish as a page sends it, with the household's agreement. `values` needs `needId` and `noticeId`. */
export const newWish = (id: string, values: Values): NewRecord =>
  record(id, { agreementWay: 'spoken', agreementOn: '2026-03-01', agreementNote: '本人' }, values);

/** Builds the public side of a wish as a page sends it. */
export const newNotice = (id: string, values: Values = {}): NewRecord =>
  record(id, { what: '修一下水管', place: '3号楼附近', timeWindow: '周三上午' }, values);

/** Builds help as a page sends it: an hour of work by one person. */
export const newHelp = (id: string, values: Values = {}): NewRecord =>
  record(
    id,
    {
      servedOn: '2026-03-02',
      kind: 'service',
      serviceMinutes: 60,
      giverKind: 'person',
      giverName: '冯热心',
      giverCount: 1,
    },
    values,
  );
