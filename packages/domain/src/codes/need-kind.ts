import type { LedgerCodeList } from './code-list.ts';

/** What people ask for at a door; also the kinds of help that a wish can publish and a helper can record. */
export const needKind = {
  name: 'needKind',
  standard: 'Lianxin 1',
  entries: [
    { code: 'bathing', zh: '助浴', en: 'Bathing', synonyms: ['洗澡', '理发'] },
    { code: 'medical', zh: '就医', en: 'Seeing a doctor', synonyms: ['陪诊', '看病', '取药', '买药'] },
    { code: 'repair', zh: '维修', en: 'Repair', synonyms: ['修水管', '修灯', '水电'] },
    { code: 'errand', zh: '代办', en: 'Errand', synonyms: ['代购', '跑腿', '代缴'] },
    { code: 'handrail', zh: '装扶手', en: 'Handrail', synonyms: ['扶手', '适老化改造'] },
    { code: 'company', zh: '陪伴', en: 'Company', synonyms: ['聊天', '陪聊', '探望'] },
    { code: 'meals', zh: '助餐', en: 'Meals', synonyms: ['送餐', '买菜', '做饭'] },
    { code: 'cleaning', zh: '保洁', en: 'Cleaning', synonyms: ['打扫', '清洁', '助洁'] },
    { code: 'tutoring', zh: '辅导', en: 'Tutoring', synonyms: ['学习', '课业辅导'] },
    { code: 'goods', zh: '物资', en: 'Goods', synonyms: ['米面油', '衣物', '慰问品'] },
    { code: 'policy', zh: '政策咨询', en: 'Policy question', synonyms: ['咨询', '办证', '申请低保'] },
    { code: 'dispute', zh: '邻里调解', en: 'Neighbour dispute', synonyms: ['调解', '纠纷', '噪音'] },
    { code: 'other', zh: '其他', en: 'Other' },
  ],
} as const satisfies LedgerCodeList;
