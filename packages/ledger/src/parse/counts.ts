import { type Finding, type FindingKind, findingKinds } from './finding.ts';
import type { LedgerCounts, ParsedDwelling } from './parsed-ledger.ts';

/** Counts a parsed ledger for the preview. */
export const countsOf = (
  dwellings: readonly ParsedDwelling[],
  findings: readonly Finding[],
  doors: { readonly doors: number; readonly vacantDoors: number },
): LedgerCounts => {
  const households = dwellings.flatMap((dwelling) => dwelling.households);
  const people = households.reduce((sum, household) => sum + household.members.length, 0);
  const count = (kind: FindingKind): number => findings.filter((finding) => finding.kind === kind).length;
  const split = findings.filter((finding) => finding.kind === 'multiPersonCell');
  const splitPeople = split.reduce((sum, finding) => sum + finding.understood.split(' / ').length, 0);
  const looks = findings.filter((finding) => findingKinds[finding.kind].look && finding.row > 0);
  return {
    ...doors,
    households: households.length,
    personRows: people - splitPeople - count('headAdded'),
    people,
    multiPersonCells: split.length + count('multiPersonCellKept'),
    idMissing: count('idMissing'),
    idRuined: count('idRuined'),
    idCheckFails: count('idCheckFails'),
    idFullWidth: count('idFullWidth'),
    idLowerX: count('idLowerX'),
    idRepeatedRows: count('idRepeated'),
    phoneSameAsAbove: count('phoneSameAsAbove'),
    buildings: new Set(dwellings.map(({ place }) => `${place.estate}/${place.villageGroup}/${place.building}`)).size,
    lookRows: new Set(looks.map((finding) => `${finding.sheet}/${finding.row}`)).size,
  };
};
