import type { RecognisedSheet } from '../recognise/recognise-sheets.ts';
import type { AsImportedSource } from './as-imported-source.ts';

/** Is the rows of one household or empty door; zero-based. */
export interface HouseholdSegment {
  readonly kind: 'household';
  readonly rows: readonly number[];
  readonly dwellingId: string;
  readonly householdId: string | null;
  /** New households of the door follow behind its last segment, new doors behind the last one of their building. */
  readonly endsDwelling: boolean;
  readonly endsUnit: boolean;
}

/** Is a row that is copied as it is: totals, signatures, titles in the middle. */
export interface CopiedSegment {
  readonly kind: 'copied';
  readonly row: number;
}

/** Cuts the body of an imported sheet into households again, by the records its rows were written to. */
export const segmentsOf = (
  sheet: RecognisedSheet,
  source: AsImportedSource,
): readonly (HouseholdSegment | CopiedSegment)[] => {
  const open: (CopiedSegment | (Pick<HouseholdSegment, 'kind' | 'dwellingId' | 'householdId'> & { rows: number[] }))[] =
    [];
  for (let row = sheet.header.end + 1; row < sheet.grid.rows.length; row += 1) {
    const imported = source.rowAt(sheet.grid.name, row + 1);
    const last = open.at(-1);
    if (imported === undefined) open.push({ kind: 'copied', row });
    else if (last?.kind === 'household' && imported.householdId !== null && last.householdId === imported.householdId)
      last.rows.push(row);
    else
      open.push({ kind: 'household', rows: [row], dwellingId: imported.dwellingId, householdId: imported.householdId });
  }
  const lastOfDwelling = new Map<string, number>();
  const lastOfUnit = new Map<string, number>();
  const unitOf = (dwellingId: string): string => source.dwelling(dwellingId)?.unitId ?? '';
  for (const [at, segment] of open.entries()) {
    if (segment.kind === 'copied') continue;
    lastOfDwelling.set(segment.dwellingId, at);
    lastOfUnit.set(unitOf(segment.dwellingId), at);
  }
  return open.map((segment, at) =>
    segment.kind === 'copied'
      ? segment
      : {
          ...segment,
          endsDwelling: lastOfDwelling.get(segment.dwellingId) === at,
          endsUnit: lastOfUnit.get(unitOf(segment.dwellingId)) === at,
        },
  );
};
