import type { LedgerCodeList } from './code-list.ts';

/**
 * The groups that the work is about. The aid classes are named by 社会救助暂行办法 and its local rules, which give no
 * numbers, so the keys are our own. Religion, ethnic group and criminal or disease tables are left out on purpose.
 */
export const tagKind = {
  name: 'tagKind',
  standard: 'Lianxin 1 (names after 社会救助暂行办法)',
  entries: [
    { code: 'minimumAllowance', zh: '低保', en: 'Minimum allowance', synonyms: ['低保户', '低保对象', '最低生活保障'] },
    { code: 'marginalAllowance', zh: '低保边缘', en: 'Marginal allowance', synonyms: ['低保边缘户', '低边', '低收入'] },
    { code: 'extremePoverty', zh: '特困', en: 'Extreme poverty', synonyms: ['特困人员', '五保', '五保户', '特困供养'] },
    { code: 'rigidExpense', zh: '刚性支出困难', en: 'Rigid expenses', synonyms: ['刚性支出', '支出型困难', '困难户'] },
    { code: 'disabled', zh: '残疾', en: 'Disabled', synonyms: ['残疾人', '重残', '残疾人员', '残疾家庭'] },
    { code: 'emptyNest', zh: '空巢', en: 'Empty nest', synonyms: ['空巢老人', '空巢家庭'] },
    { code: 'livesAlone', zh: '独居', en: 'Lives alone', synonyms: ['独居老人', '孤寡老人', '孤寡', '高龄独居'] },
    { code: 'elderly', zh: '高龄', en: 'Very old', synonyms: ['高龄老人', '80岁以上', '八十岁以上老人'] },
    { code: 'disabledElder', zh: '失能', en: 'Needs care', synonyms: ['失能老人', '半失能', '失能半失能'] },
    { code: 'lostOnlyChild', zh: '失独', en: 'Lost only child', synonyms: ['失独家庭', '计生特殊家庭', '失独老人'] },
    { code: 'orphan', zh: '孤儿', en: 'Orphan', synonyms: ['事实无人抚养儿童', '困境儿童'] },
    {
      code: 'liftedFromPoverty',
      zh: '脱贫',
      en: 'Lifted from poverty',
      synonyms: ['脱贫户', '建档立卡', '建档立卡户'],
    },
    {
      code: 'povertyMonitored',
      zh: '监测',
      en: 'Watched against poverty',
      synonyms: [
        '监测户',
        '监测对象',
        '防返贫监测',
        '防止返贫监测对象',
        '脱贫不稳定户',
        '边缘易致贫户',
        '突发严重困难户',
      ],
    },
    { code: 'floating', zh: '流动', en: 'Floating', synonyms: ['流动人口', '外来人口', '外来务工'] },
    { code: 'leftBehind', zh: '留守', en: 'Left behind', synonyms: ['留守儿童', '留守老人', '留守妇女', '留守人员'] },
    { code: 'partyMember', zh: '党员', en: 'Party member', synonyms: ['中共党员', '在册党员', '流动党员', '老党员'] },
    {
      code: 'veteran',
      zh: '退役军人',
      en: 'Veteran',
      synonyms: ['退伍军人', '复员军人', '转业军人', '优抚对象', '优抚'],
    },
    { code: 'laidOff', zh: '下岗', en: 'Laid off', synonyms: ['下岗失业', '失业', '下岗职工', '失业人员'] },
  ],
} as const satisfies LedgerCodeList;
