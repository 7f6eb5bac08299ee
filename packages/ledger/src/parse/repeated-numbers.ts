import type { Report } from './finding.ts';
import type { ParsedDwelling, ParsedMember } from './parsed-ledger.ts';
import { placeLabel } from './place.ts';
import { createRowReport } from './row-report.ts';

/** Reports every row whose ID number stands on an earlier row too. Both people stay: only a person can tell a slip from a double entry. */
export const reportRepeatedNumbers = (dwellings: readonly ParsedDwelling[], report: Report): void => {
  const firstByNumber = new Map<string, ParsedMember>();
  for (const dwelling of dwellings) {
    for (const member of dwelling.households.flatMap((household) => household.members)) {
      if (member.identityNumber === null) continue;
      const first = firstByNumber.get(member.identityNumber);
      if (first === undefined) firstByNumber.set(member.identityNumber, member);
      else {
        const rowReport = createRowReport(report, {
          sheet: member.sheet,
          row: member.row,
          door: placeLabel(dwelling.place),
          name: member.name,
        });
        rowReport('idRepeated', 'identityNumber', `与第 ${first.row} 行同号`, '两行都保留');
      }
    }
  }
};
