import {
  ageOn,
  dwellingUse,
  education,
  maritalStatus,
  politicalStatus,
  populationKind,
  relationToHead,
  sex,
  tagKind,
} from '@lianxin/domain';
import type { LedgerLine, ResidentsColumn } from '@lianxin/ledger';
import type { LedgerRow } from '../../store/ledger-port.ts';
import { dayText, labelIn, labelsIn, maskCells, textIn } from './cell-texts.ts';

/** Is what lines need besides rows. */
export interface LineOptions {
  readonly isMasked: boolean;
  readonly asOf: string;
  readonly openIdentityNumber: (sealed: string, personId: string) => string;
}

/** Turns rows into the lines of 居民信息台账; lines of one household share their merged cells, a vacant door has one line. */
export async function* residentLines(
  rows: AsyncIterable<LedgerRow>,
  options: LineOptions,
): AsyncGenerator<LedgerLine<ResidentsColumn>> {
  let households = 0;
  let last = '';
  for await (const row of rows) {
    const group = textIn(row, 'household_id') || textIn(row, 'dwelling_id');
    if (group !== last) households += 1;
    last = group;
    const cells = residentCells(row, { ...options, sequence: households });
    yield { group, cells: options.isMasked ? maskCells(cells) : cells };
  }
}

const residentCells = (
  row: LedgerRow,
  options: LineOptions & { readonly sequence: number },
): Record<ResidentsColumn, string> => {
  const birthOn = textIn(row, 'birth_on');
  const sealed = textIn(row, 'identity_number_sealed');
  const lives = row['lives_where_registered'];
  return {
    sequence: String(options.sequence),
    grid: textIn(row, 'grid'),
    estate: textIn(row, 'estate'),
    building: textIn(row, 'building'),
    entrance: textIn(row, 'entrance'),
    door: textIn(row, 'door_label'),
    householdNo: textIn(row, 'household_no'),
    headName: textIn(row, 'head_name'),
    headPhone: textIn(row, 'head_phone'),
    name: textIn(row, 'name'),
    relation: labelIn(row, 'relation_to_head', relationToHead) || textIn(row, 'relation_text'),
    sex: labelIn(row, 'sex', sex),
    birthOn: dayText(birthOn),
    age: birthOn === '' ? '' : String(ageOn(birthOn, options.asOf)),
    ethnicGroup: '',
    identityNumber: sealed === '' ? '' : options.openIdentityNumber(sealed, textIn(row, 'person_id')),
    phone: textIn(row, 'phone'),
    registeredAddress: textIn(row, 'registered_address'),
    address: [textIn(row, 'estate'), textIn(row, 'building'), textIn(row, 'entrance'), textIn(row, 'door_label')]
      .filter((part, at, parts) => part !== '' && part !== parts[at - 1])
      .join(''),
    livesWhereRegistered: lives === null || lives === undefined ? '' : lives === 1 ? '是' : '否',
    populationKind: labelIn(row, 'population_kind', populationKind),
    maritalStatus: labelIn(row, 'marital_status', maritalStatus),
    education: labelIn(row, 'education', education),
    politicalStatus: labelIn(row, 'political_status', politicalStatus),
    occupation: textIn(row, 'occupation'),
    workplace: textIn(row, 'workplace'),
    tags: labelsIn(row, 'tags', tagKind),
    dwellingUse: labelIn(row, 'use', dwellingUse),
    note: textIn(row, 'note'),
  };
};
