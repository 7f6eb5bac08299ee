/** Sentences about the phones and browsers that somebody has signed in with. */
export const devices = {
  title: '手机和浏览器',
  none: '还没有在哪里登录过',
  unnamed: '没认出的浏览器',
  seen: (moment: string) => `上次连上 ${moment}`,
  lease: (moment: string) => `不联网可打开到 ${moment}`,
  leaseEnded: '不联网已打不开',
  states: { active: '在用', wipeAsked: '等它联网就抹除', wiped: '已抹除', ended: '已退出' },
  wipe: '抹除这部手机',
  wipeOf: (label: string) => `抹除 ${label}`,
  wipeTitle: (name: string, label: string) => `抹除 ${name} 的 ${label}?`,
  wipeBody: [
    '手机丢了、要收回了才用。下次它一联网,先把没传的记录交上来,再清掉里面的底册、草稿和没传的照片。',
    '按下以前写的照样算数;以后写的,先由现在的网格员确认。',
    '它要是一直不联网,就清不掉,只能等到期自己锁死。账号不受影响,换部手机重新登录就行。',
  ],
  asked: '已让它抹除,等它联网',
  lostTitle: '手机丢了怎么办',
  lostBody: '先在这里抹除那部手机,再给本人重新邀请,让他换个密码在新手机上登录。',
};
