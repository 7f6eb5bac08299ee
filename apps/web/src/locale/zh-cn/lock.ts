import { count } from './numbers.ts';

const minutes = (ms: number): string =>
  ms <= 60_000 ? `${count(Math.max(1, Math.ceil(ms / 1_000)))} 秒` : `${count(Math.ceil(ms / 60_000))} 分钟`;

export const lock = {
  pin: 'PIN',
  letters: 'PIN 里有字母',
  /** Setting the first PIN of an account on this phone. */
  setUp: {
    title: '设一个 PIN',
    sub: (name: string) => `${name},以后在这台手机上用它打开`,
    body: '手机里的记录从现在起都加密。没有 PIN,谁也打不开。',
    hint: '至少 6 位,不要用生日或 123456;更长更安全',
    again: '再输一次',
    tooShort: '至少 6 位',
    tooEasy: '太好猜了,换一个',
    different: '两次不一样,再输一次',
    submit: '设好了',
    working: '正在加锁……',
    forgotten: '忘了 PIN,可以联网用密码登录重设。已存的记录会先交到服务器。',
    otherPerson: '不是我',
  },
  unlock: {
    title: '输入 PIN',
    sub: (name: string) => name,
    submit: '打开',
    working: '正在打开……',
    missing: '请输入 PIN',
    wrong: (left: number) => `PIN 不对,还能试 ${count(left)} 次`,
    lastOnes: '再错,手机里的记录就锁死了,只能联网用密码重设。',
    wait: (ms: number) => `试错太多,请等 ${minutes(ms)}。关掉重开也要等。`,
    failed: '没有打开,请再试一次',
    forgot: '忘了 PIN',
    otherPerson: '换人',
    leaseEnded: {
      title: '请联网登录一次',
      body: '这台手机太久没和服务器联系,为了防丢,先锁上了。登录后用原来的 PIN 打开,记录都在。',
    },
    clockBack: {
      title: '请联网登录一次',
      body: '手机的时间往回调过。请把时间调准,再联网登录一次,记录都在。',
    },
    signIn: '联网登录',
  },
  /** The PIN is forgotten, or was tried too often. */
  reset: {
    title: '重设 PIN',
    erasedTitle: '试错太多,已锁死',
    erased: '手机里的记录打不开了,但记下的没有丢:没传上去的还在,登录后先交到服务器。',
    body: '先联网用密码登录。记下还没传的会先交到服务器,再清空手机、设新 PIN、重新取住户。',
    drafts: '没写完的草稿会丢。',
    signIn: '用密码登录',
    handingIn: '正在把记下的交到服务器……',
    left: (value: number) => `还有 ${count(value)} 条没交上去。什么都没有清空,请连上网再试。`,
    again: '再试一次',
    empty: '清空并设新 PIN',
    ready: '记下的都交到服务器了。',
    /** What the server cannot take; null where nobody can say how much. */
    stuck: {
      body: (value: number | null) =>
        `${value === null ? '手机里没传的读不出来了' : `有 ${count(value)} 条服务器收不了`},再试多半也一样。请先导出救援文件,交给管理员看看。`,
      known: (value: number | null) =>
        value === null ? '我知道没传的清空后找不回来' : `我知道这 ${count(value)} 条清空后找不回来`,
      goOn: '不要了,清空并设新 PIN',
      title: (value: number | null) => (value === null ? '没传的都不要了?' : `这 ${count(value)} 条都不要了?`),
      last: '它们只在这台手机里。清空以后,谁也找不回来。',
      lose: '不要了,清空',
    },
    back: '想起来了,回去输 PIN',
  },
  people: {
    title: '换人',
    sub: '每个人有自己的 PIN,别人看不到',
    unsent: (value: number) => `${count(value)} 条待上传`,
    settled: '都传上去了',
    other: '别的账号,去登录',
    back: '返回',
    here: '在这台手机上的人',
    withPin: '用 PIN 打开',
  },
  wipe: {
    title: '管理员要求清空这台手机',
    working: '正在先把记下的交到服务器……',
    done: '已清空。记下的都交到服务器了,手机里没有留下住户的任何内容。',
    left: '还有没交到服务器的,交完才清空。请保持联网。',
    again: '再试一次',
    signIn: '去登录',
  },
  change: {
    title: '改 PIN',
    before: '现在的 PIN',
    after: '新的 PIN',
    submit: '改好',
    note: '改好后手机会锁上,用新的 PIN 打开。',
  },
  section: {
    title: '锁和 PIN',
    lockNow: '锁上',
    lockNote: (value: number) => `不用 ${count(value)} 分钟也会自动锁上`,
    change: '改 PIN',
    sealed: '手机里的记录是加密的',
    lease: (moment: string) => `${moment} 前要联网一次`,
  },
};
