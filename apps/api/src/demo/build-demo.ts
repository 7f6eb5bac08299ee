import type { Instant } from '@lianxin/domain';
import type { StoredRow } from '@lianxin/sync/merge';
import { deploymentSpace } from '../access/principal.ts';
import type { Seed, SeedAccount } from '../store/port.ts';
import { type DemoHousehold, inventHousehold } from './demo-household.ts';
import { inventGrids, inventTownBuilding, inventVillageGroup } from './demo-places.ts';
import { inventVacantVisit, inventVisits } from './demo-visits.ts';
import { inventHelp, inventNeeds, inventWishes } from './demo-work.ts';
import { createDemoWriter, type DemoAuthor, type DemoWriter } from './demo-writer.ts';
import { createRandom, type Random } from './random.ts';

const defaultSeed = 20_261_120;

interface Team {
  readonly admin: SeedAccount;
  readonly townWorker: SeedAccount;
  readonly villageWorker: SeedAccount;
  readonly volunteer: SeedAccount;
}

/** Invents a town community, a village and the people who work there. The same seed and moment give the same demo. */
export const buildDemo = (now: Instant, seed = defaultSeed): Seed => {
  const random = createRandom(seed);
  const districtId = random.id();
  const streetId = random.id();
  const townId = random.id();
  const villageId = random.id();
  const account = (name: string): SeedAccount => ({ id: random.id(), name, canViewUnmasked: false, postings: [] });
  const team: Team = {
    admin: account('周敏'),
    townWorker: account('王芳'),
    villageWorker: account('李大山'),
    volunteer: account('陈晨'),
  };
  const above = createDemoWriter(deploymentSpace, random);
  const by = authorOf(team.admin, now);
  above.add('unit', { id: districtId, buckets: [], fields: { kind: 'district', name: '青禾区(演示)' } }, by);
  above.add(
    'unit',
    { id: streetId, buckets: [], fields: { kind: 'street', name: '青禾街道' }, server: { parentId: districtId } },
    by,
  );
  const town = inventTown(createDemoWriter(townId, random), { streetId, team, now });
  const village = inventVillage(createDemoWriter(villageId, random), { streetId, team, now });
  const posted = (who: SeedAccount, postings: SeedAccount['postings'], canViewUnmasked = false): SeedAccount => ({
    ...who,
    postings,
    canViewUnmasked,
  });
  return {
    spaces: [
      { communityId: deploymentSpace, rows: above.rows },
      { communityId: townId, rows: town.rows },
      { communityId: villageId, rows: village.rows },
    ],
    accounts: [
      posted(team.admin, [{ role: 'operator', spaceId: deploymentSpace, unitId: deploymentSpace }], true),
      posted(team.townWorker, [{ role: 'gridWorker', spaceId: townId, unitId: town.gridIds[0] ?? '' }]),
      posted(team.villageWorker, [{ role: 'gridWorker', spaceId: villageId, unitId: village.gridIds[0] ?? '' }]),
      posted(team.volunteer, [{ role: 'volunteer', spaceId: townId, unitId: townId }]),
    ],
  };
};

interface Place {
  readonly rows: readonly StoredRow[];
  readonly gridIds: readonly string[];
}

interface PlaceInput {
  readonly streetId: string;
  readonly team: Team;
  readonly now: Instant;
}

const inventTown = (writer: DemoWriter, { streetId, team, now }: PlaceInput): Place => {
  const author = authorOf(team.townWorker, now);
  const grids = inventGrids(
    writer,
    { kind: 'community', name: '青禾路社区', streetId, grids: ['第一网格', '第二网格'] },
    author,
  );
  const [first, second] = grids;
  const buildings =
    first && second
      ? [
          inventTownBuilding(writer, first, { number: 1, entrances: 3, author }),
          inventTownBuilding(writer, first, { number: 2, entrances: 2, author }),
          inventTownBuilding(writer, second, { number: 3, entrances: 2, author }),
        ]
      : [];
  const homes = buildings.map((dwellings) => settle(writer, dwellings, author));
  const own = homes.slice(0, 2).flat();
  inventNeeds(writer, own, author);
  inventWishes(writer, own, author);
  inventHelp(writer, authorOf(team.volunteer, now));
  return { rows: writer.rows, gridIds: grids.map((grid) => grid.id) };
};

const inventVillage = (writer: DemoWriter, { streetId, team, now }: PlaceInput): Place => {
  const author = authorOf(team.villageWorker, now);
  const grids = inventGrids(writer, { kind: 'village', name: '柳湾村', streetId, grids: ['柳湾网格'] }, author);
  const groups = grids.flatMap((grid) =>
    ['一组', '二组', '三组'].map((name, at) => inventVillageGroup(writer, grid, { name, doors: 14 + at * 3, author })),
  );
  const homes = groups.flatMap((dwellings) => settle(writer, dwellings, author));
  inventNeeds(writer, homes, author);
  return { rows: writer.rows, gridIds: grids.map((grid) => grid.id) };
};

/** Moves households in behind the doors that are not vacant, and visits them. */
const settle = (writer: DemoWriter, dwellings: readonly StoredRow[], author: DemoAuthor): readonly DemoHousehold[] => {
  const homes: DemoHousehold[] = [];
  for (const dwelling of dwellings) {
    const home =
      dwelling.fields['use'] === 'vacant'
        ? null
        : inventHousehold(writer, dwelling, { ...author, at: author.at - registeredBefore(writer.random) });
    if (home !== null) homes.push(home);
    if (home === null) inventVacantVisit(writer, dwelling, author);
    else inventVisits(writer, home, author);
  }
  return homes;
};

const registeredBefore = (random: Random): number => (100 + random.below(300)) * 86_400_000;

const authorOf = (account: SeedAccount, at: Instant): DemoAuthor => ({ accountId: account.id, name: account.name, at });
