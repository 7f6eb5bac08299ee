export const welcome = {
  step: (step: number, steps: number) => `${step} / ${steps}`,
  next: '下一步',
  skip: '跳过',
  start: '开始',
  what: {
    title: '走访,记在手机里',
    worker: '敲开门,点一下「见到」或「无人」,就记好了。该去谁家、为什么去,「今天」里都有。',
    helper: '哪里要帮忙,点「我来」;帮完点「办成了」。谁也不用填表。',
    offline: '楼道里没有网也能用,有网了自己传。',
    ledger: '台账自己出来,不用再抄。',
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
    body: '手机里的记录都加密,只有您的 PIN 打得开。',
    lock: '不用的时候会自己锁上;要马上锁,在「我的」里点「锁上」。',
    forgotten: '忘了 PIN 也不怕:联网用密码重设,记下的不会丢。',
    shoulder: '名单里的姓名是遮住的,打开一户才看得到全名。',
  },
  tryIt: {
    title: '试一次',
    worker: ['在「住户」里打开一栋楼', '点一扇门', '点「见到」;点错了,点「撤销」'],
    helper: ['打开「帮忙」', '点「我来」', '去不了随时可以放回'],
    display: '字太小、太阳底下看不清、用左手,都在「我的」里改。',
  },
};
