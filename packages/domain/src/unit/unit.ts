import { type CodeList, code, day, reference, requiredCode, requiredText, text, wholeNumber } from '../kernel/field.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** Lists the levels of the one tree of places; a grid belongs to a community or village, never directly to a street. */
export const unitKind = {
  name: 'unitKind',
  standard: 'GB/T 10114 与统计用区划代码 (国统字〔2009〕91号); 网格以下为本系统',
  entries: [
    { code: 'district', zh: '区县', en: 'district' },
    { code: 'street', zh: '街道', en: 'street' },
    { code: 'community', zh: '社区', en: 'community' },
    { code: 'village', zh: '村', en: 'village' },
    { code: 'grid', zh: '网格', en: 'grid' },
    { code: 'building', zh: '楼栋', en: 'building' },
    { code: 'entrance', zh: '单元', en: 'entrance' },
  ],
} as const satisfies CodeList;

/** Is one level of the tree of places. */
export type UnitKind = (typeof unitKind.entries)[number]['code'];

/** Lists how the doors of a building are drawn: floors by doors, or a list in walking order. */
export const buildingLayout = {
  name: 'buildingLayout',
  standard: '本系统',
  entries: [
    { code: 'matrix', zh: '楼层和门', en: 'matrix' },
    { code: 'list', zh: '顺序列表', en: 'list' },
  ],
} as const satisfies CodeList;

/** Declares a node of the tree of places and organisations. A community is the unit of ordering for sync. */
export const unit = defineRecord({
  name: 'unit',
  label: { zh: '组织', en: 'unit' },
  placing: 'community',
  appendOnly: false,
  governance: null,
  fields: {
    kind: requiredCode('类别', 'kind', unitKind, { merge: 'fixed' }),
    parentId: reference('上级', 'parent', 'unit', { merge: 'server' }),
    name: requiredText('名称', 'name', { max: 60, synonyms: ['楼栋', '楼号', '幢', '单元', '单元号'] }),
    code: text('编码', 'code', { max: 40 }),
    estate: text('小区或村民组', 'estate or village group', {
      max: 60,
      synonyms: ['小区', '小区名称', '村民组', '组', '自然村'],
    }),
    layout: code('门的画法', 'layout', buildingLayout),
    floors: wholeNumber('层数', 'floors', { max: 200 }),
    /** Printed on notices and shown on a worker's public page. */
    supervisionPhone: text('监督电话', 'supervision phone', { max: 40 }),
    duty: text('职责', 'duty', { max: 300 }),
    sortOrder: wholeNumber('顺序', 'sort order'),
    fromOn: day('启用', 'from'),
    toOn: day('停用', 'to'),
  },
});

/** Is a node of the tree: district, street, community or village, grid, building, entrance. */
export type Unit = RecordOf<typeof unit>;
