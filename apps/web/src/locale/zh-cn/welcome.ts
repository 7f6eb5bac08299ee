export const welcome = {
  step: (step: number, steps: number) => `${step} / ${steps}`,
  next: '下一步',
  skip: '跳过',
  start: '开始',
  what: {
    title: '走访,记在手机里',
    worker: { title: '点一下就记好', body: '敲开门,点「见到」或「无人」。该去谁家、为什么去,「今天」里都有。' },
    helper: { title: '点一下就接下', body: '哪里要帮忙,点「我来」;帮完点「办成了」。' },
    offline: { title: '没有网也能用', body: '楼道里、地下室照样记,有网了自己传。' },
    ledger: { title: '台账自己出来', body: '谁也不用再抄表。' },
  },
  saved: {
    title: '存下就是存下',
    body: '每一条后面的对勾,说它走到了哪里。',
    onPhone: '没电、关机都不会丢',
    atServer: '手机丢了也还在',
    backedUp: '服务器坏了也找得回来',
  },
  locked: {
    title: '别人打不开',
    sealed: { title: '都加密', body: '手机里的记录,只有您的 PIN 打得开。' },
    lock: { title: '自己会锁上', body: '要马上锁,在「我的」里点「锁上」。' },
    forgotten: { title: '忘了 PIN 也不怕', body: '联网用密码重设,记下的不会丢。' },
    shoulder: { title: '名单遮住姓名', body: '打开一户,才看得到全名。' },
  },
  tryIt: {
    title: '试一次',
    worker: ['在「住户」里打开一栋楼', '点一扇门', '点「见到」;点错了,点「撤销」'],
    helper: ['打开「帮忙」', '点「我来」', '去不了随时可以放回'],
    display: '字太小、太阳底下看不清、用左手,都在「我的」里改。',
  },
};
