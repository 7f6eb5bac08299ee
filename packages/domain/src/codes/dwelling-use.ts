import type { LedgerCodeList } from './code-list.ts';

/** How a dwelling is held and used, as the column 房屋性质 of resident ledgers writes it; the uses after GB/T 31000-2015. */
export const dwellingUse = {
  name: 'dwellingUse',
  standard: '本系统 (用途参照 GB/T 31000-2015)',
  entries: [
    {
      code: 'ownerOccupied',
      zh: '自住',
      en: 'owner-occupied',
      synonyms: ['自有', '自购', '自建', '自有住房', '业主自住', '住宅', '自购房屋'],
    },
    {
      code: 'rented',
      zh: '出租',
      en: 'rented out',
      synonyms: ['租赁', '租住', '租房', '出租房', '承租', '合租', '租赁房屋', '租户'],
    },
    { code: 'lent', zh: '借住', en: 'lent', synonyms: ['寄住', '借用', '寄宿'] },
    {
      code: 'vacant',
      zh: '空置',
      en: 'vacant',
      synonyms: ['空房', '空户', '空挂', '闲置', '无人居住', '无人住', '空', '空置房'],
    },
    { code: 'shop', zh: '商铺', en: 'shop', synonyms: ['商业', '门面', '门市', '经营场所', '商用'] },
    { code: 'office', zh: '办公', en: 'office', synonyms: ['单位用房', '办公用房'] },
    { code: 'shopAndHome', zh: '商住混用', en: 'shop and home', synonyms: ['商住'] },
    { code: 'other', zh: '其他', en: 'other', synonyms: ['其它', '仓储', '仓库', '厂房'] },
  ],
} as const satisfies LedgerCodeList;
