import type { LedgerCodeList } from './code-list.ts';

/** What kind of help somebody gave. */
export const helpKind = {
  name: 'helpKind',
  standard: 'Lianxin 1',
  entries: [
    { code: 'service', zh: '上门服务', en: 'Service at home', synonyms: ['服务', '助浴', '维修', '理发', '保洁'] },
    { code: 'errand', zh: '代办', en: 'Errand', synonyms: ['跑腿', '代购', '代缴'] },
    { code: 'company', zh: '陪伴', en: 'Company', synonyms: ['陪诊', '探望', '聊天'] },
    { code: 'goods', zh: '送物资', en: 'Goods', synonyms: ['物资', '慰问', '捐赠'] },
    { code: 'teaching', zh: '辅导', en: 'Teaching', synonyms: ['授课', '讲座'] },
    { code: 'patrol', zh: '巡查值守', en: 'Patrol', synonyms: ['巡逻', '值守', '站岗'] },
    { code: 'cleaning', zh: '环境清洁', en: 'Cleaning up', synonyms: ['清洁', '卫生', '垃圾分类'] },
    { code: 'event', zh: '活动协助', en: 'Helping at an event', synonyms: ['活动', '宣传'] },
    { code: 'other', zh: '其他', en: 'Other' },
  ],
} as const satisfies LedgerCodeList;
