/** Sentences of the field for an ID number. */
export const identityNumber = {
  label: '身份证号(可不填)',
  hint: {
    none: '填了就加密,手机上不留号码。',
    registered: '已登记。号码不在手机上;要换,就再填一次。',
    toCheck: '已登记,待社区核对。号码不在手机上。',
    waiting: '已登记(待传)。号码已加密,手机上看不到了。',
    sealed: '已加密,保存后登记。要改,就再填一次。',
  },
  wrong: '号码对不上,看看有没有填错。不确定就先空着。',
  noKey: '这台手机还没联过网,先空着,联网后再填。',
};
