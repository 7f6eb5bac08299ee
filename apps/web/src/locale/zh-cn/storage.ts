export const storage = {
  /** Nothing was saved: why, and what to do. What was typed is still in the form. */
  notSaved: {
    tooLarge: '写得太多了,请短一些再存。',
    quota: '手机存不下了,这一条还没存。删些照片或视频,再点一次;写的都还在。',
    closed: '手机的存储断了,这一条还没存。写的都还在,请重新打开再存。',
    newer: '连心已在另一个窗口更新,这一条还没存。写的都还在,请重新打开再存。',
    other: '手机没存下来,这一条还没存。写的都还在,再点一次;还不行就重新打开。',
    reload: '重新打开',
    seen: '知道了',
  },
};
