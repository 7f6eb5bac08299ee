import type { LedgerCodeList } from './code-list.ts';

/** Education as the tens of GB/T 4658-2006; the units (graduated, completed, left early) are more than a visit needs. */
export const education = {
  name: 'education',
  standard: 'GB/T 4658-2006',
  entries: [
    { code: '10', zh: '研究生', en: 'Postgraduate', synonyms: ['硕士', '博士', '硕士研究生', '博士研究生'] },
    { code: '20', zh: '本科', en: 'Bachelor', synonyms: ['大学本科', '大学', '本科及以上'] },
    { code: '30', zh: '专科', en: 'Junior college', synonyms: ['大专', '大学专科', '高职'] },
    { code: '40', zh: '中等职业', en: 'Vocational secondary', synonyms: ['中专', '职高', '技校', '中职', '中技'] },
    { code: '60', zh: '高中', en: 'Senior secondary', synonyms: ['普通高中', '高中毕业'] },
    { code: '70', zh: '初中', en: 'Junior secondary', synonyms: ['初中毕业', '初级中学'] },
    { code: '80', zh: '小学', en: 'Primary', synonyms: ['小学毕业'] },
    { code: '90', zh: '其他', en: 'Other', synonyms: ['文盲', '半文盲', '学龄前', '未上学', '文盲或半文盲'] },
  ],
} as const satisfies LedgerCodeList;
