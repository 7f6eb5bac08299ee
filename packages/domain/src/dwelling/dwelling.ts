import { dwellingUse } from '../codes/dwelling-use.ts';
import { code, requiredReference, requiredText, text, wholeNumber } from '../kernel/field.ts';
import { verificationField } from '../kernel/governance.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Declares a door: the stable place that households move in and out of. Floors are missing where a landmark stands for a number. */
export const dwelling = defineRecord({
  name: 'dwelling',
  label: { zh: '房屋', en: 'dwelling' },
  placing: 'grid',
  appendOnly: false,
  governance: null,
  fields: {
    unitId: requiredReference('楼栋或单元', 'building or entrance', 'unit'),
    doorLabel: requiredText('门牌', 'door', {
      max: 40,
      sensitivity: 'personal',
      mask: 'address',
      synonyms: ['房号', '室', '房间号', '门牌', '门牌号', '户室', '院落', '院落/位置', '院', '住址', '门牌号码'],
    }),
    floor: wholeNumber('楼层', 'floor', { min: -9, max: 200, synonyms: ['楼层', '层'] }),
    use: code('房屋性质', 'use', dwellingUse, {
      synonyms: ['房屋性质', '房屋类型', '居住性质', '房屋状态', '使用性质'],
    }),
    landmark: text('位置说明', 'landmark', { max: 100, sensitivity: 'personal', mask: 'omit' }),
    walkOrder: wholeNumber('走访顺序', 'walking order'),
    verification: verificationField,
    note: text('备注', 'note', { sensitivity: 'personal', mask: 'omit' }),
  },
});

/** Is a door, lived in or empty. */
export type Dwelling = RecordOf<typeof dwelling>;
