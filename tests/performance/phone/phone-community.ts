import { dayMs } from '@lianxin/domain';
import { gridBucket } from '@lianxin/sync/merge';
import type { SpaceWriter } from '../../../apps/api/src/store/sqlite/space-writer.ts';
import { idAt, type RegisterShape, type StreetGrid, type StreetWorker } from '../street/street.ts';
import { inventRegister } from '../street/street-register.ts';
import { type InventedRecord, inventRow, type Writing } from '../street/street-rows.ts';
import { inventVisit } from '../street/street-visits.ts';

/** Is how much one worker's phone holds. */
export interface PhoneShape extends RegisterShape {
  readonly visits: number;
}

/** Is a community whose one worker has all of its grids. */
export interface PhoneCommunity {
  readonly id: string;
  readonly grids: readonly StreetGrid[];
  readonly worker: StreetWorker;
}

const rowsPerImportedRev = 500;
const yearMs = 365 * dayMs;
const kinds = ['livesAlone', 'disabled', 'minimumAllowance', 'emptyNest', 'elderly'];

/** Writes a community with its register, marks on every fifth home, and a year of visits, each at a rev of its own. */
export const writePhoneCommunity = (
  spaces: SpaceWriter,
  {
    streetId,
    now,
    shape,
    name,
  }: { readonly streetId: string; readonly now: number; readonly shape: PhoneShape; readonly name: string },
): PhoneCommunity => {
  const begin = now - yearMs;
  const id = idAt(begin);
  spaces.create(id, idAt(begin));
  const { records, grids } = inventRegister(id, { streetId, name, at: begin }, shape);
  const writing = (at: number, rev: number): Writing => ({
    ...{ communityId: id, rev, at, mutationId: idAt(at), userId: streetId, userName: '管理员' },
  });
  const all = [...records, ...grids.flatMap((grid) => tagsOf(grid, begin))];
  for (let from = 0; from < all.length; from += rowsPerImportedRev) {
    const rev = spaces.nextRev(id);
    const chunk = all.slice(from, from + rowsPerImportedRev);
    spaces.write(
      id,
      chunk.map((record) => inventRow(writing(begin, rev), record)),
    );
  }
  const worker = {
    accountId: idAt(begin),
    name: '王芳',
    token: '',
    gridId: grids[0]?.id ?? '',
    replicaId: idAt(begin),
  };
  for (let number = 0; number < shape.visits; number += 1) {
    const at = Math.floor(begin + (number * yearMs) / shape.visits);
    const grid = grids[number % grids.length];
    if (grid === undefined) throw new Error('a community without grids');
    const { record } = inventVisit(grid, worker, { number: Math.floor(number / grids.length), at });
    const rev = spaces.nextRev(id);
    spaces.write(id, [inventRow({ ...writing(at, rev), userId: worker.accountId, userName: worker.name }, record)]);
  }
  return { id, grids, worker };
};

const tagsOf = ({ id, doors }: StreetGrid, at: number): readonly InventedRecord[] =>
  doors.flatMap(({ personIds: [personId] }, number): readonly InventedRecord[] => {
    if (personId === undefined || number % 5 !== 0) return [];
    const fields = {
      personId,
      kind: kinds[(number / 5) % kinds.length] ?? 'livesAlone',
      source: '走访',
      fromOn: '2024-03-01',
    };
    return [{ table: 'tag', id: idAt(at), buckets: [gridBucket(id)], fields }];
  });
