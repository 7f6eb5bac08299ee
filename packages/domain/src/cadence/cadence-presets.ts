import type { Label } from '../kernel/field.ts';
import type { CadenceRule } from './cadence-rule.ts';

/** Is one shipped cadence; where it comes from is said, because none of them is a national rule. */
export interface CadencePreset {
  readonly presetKey: string;
  readonly label: Label;
  readonly source: string;
  readonly rule: Pick<
    CadenceRule,
    'tagKinds' | 'alsoTagKinds' | 'minAge' | 'everyDays' | 'afterChangeDays' | 'isActive'
  >;
}

const northern = '内蒙古 2022(北方新报 2022-06-23):高风险每周、变化后 24 小时内,重点每月,一般每季';
const ministry = '民政部等十部门 2022-10:特殊困难老年人每月探访';
const classic = '社区走访常见规定:困难户每月,一般住户每年两次';

const alone = ['livesAlone', 'emptyNest', 'leftBehind'];

/** Lists the shipped cadences, the strictest first. A community replaces or switches off any of them by its key. */
export const cadencePresets: readonly CadencePreset[] = [
  {
    presetKey: 'aloneAndOld',
    label: { zh: '80 岁以上独居、空巢、留守', en: '80 and over, on their own' },
    source: northern,
    rule: { tagKinds: alone, alsoTagKinds: [], minAge: 80, everyDays: 7, afterChangeDays: 1, isActive: true },
  },
  {
    presetKey: 'aloneAndFrail',
    label: { zh: '独居、空巢、留守,又高龄、失能或残疾', en: 'On their own, and very old, frail or disabled' },
    source: northern,
    rule: {
      tagKinds: alone,
      alsoTagKinds: ['elderly', 'disabledElder', 'disabled'],
      minAge: null,
      everyDays: 7,
      afterChangeDays: 1,
      isActive: true,
    },
  },
  {
    presetKey: 'careGroups',
    label: { zh: '独居、空巢、留守、失能、失独、孤儿', en: 'Alone, frail, bereaved, left behind, orphaned' },
    source: ministry,
    rule: {
      tagKinds: [...alone, 'disabledElder', 'lostOnlyChild', 'orphan'],
      alsoTagKinds: [],
      minAge: null,
      everyDays: 30,
      afterChangeDays: 1,
      isActive: true,
    },
  },
  {
    presetKey: 'aidGroups',
    label: { zh: '低保、特困、残疾、防返贫监测', en: 'On aid, disabled, watched against poverty' },
    source: northern,
    rule: {
      tagKinds: [
        'minimumAllowance',
        'marginalAllowance',
        'extremePoverty',
        'rigidExpense',
        'disabled',
        'povertyMonitored',
      ],
      alsoTagKinds: [],
      minAge: null,
      everyDays: 30,
      afterChangeDays: 1,
      isActive: true,
    },
  },
  {
    presetKey: 'everybody',
    label: { zh: '全部住户', en: 'Every household' },
    source: northern,
    rule: { tagKinds: [], alsoTagKinds: [], minAge: null, everyDays: 90, afterChangeDays: 1, isActive: true },
  },
  {
    presetKey: 'everybodyHalfYearly',
    label: { zh: '全部住户,半年一次', en: 'Every household, half-yearly' },
    source: classic,
    rule: { tagKinds: [], alsoTagKinds: [], minAge: null, everyDays: 182, afterChangeDays: null, isActive: false },
  },
];

/** Tells a preset as the rule that it is until somebody changes it. */
export const presetRule = ({ presetKey, label, rule }: CadencePreset): CadenceRule => ({
  ...rule,
  id: null,
  presetKey,
  name: label.zh,
  sortOrder: (cadencePresets.findIndex((one) => one.presetKey === presetKey) + 1) * 10,
});
