export const shell = {
  appName: '连心',
  tabsLabel: '主要页面',
  tabs: { register: '住户', help: '帮忙', mine: '我的' },
  demoBanner: '演示版,勿录真实居民',
  demoBannerLabel: '提醒',
  updateReady: '有新版本',
  updateNow: '更新',
  updateLabel: '新版本',
  insecure: {
    title: '此地址不能离线使用,请找管理员',
    body: '这个网址没有加密(https),浏览器不让它在没网时存东西。请向管理员要一个 https 开头的网址。',
  },
  inAppBrowser: {
    title: (app: string) => `请换到手机自带的浏览器打开`.concat(app === '' ? '' : `,不要在${app}里用`),
    body: '在聊天软件里打开,存下的东西可能会丢。请点右上角的 ⋯,选「在浏览器打开」;或者把网址复制到浏览器。',
    copy: '复制网址',
    copied: '网址已复制,到浏览器里粘贴',
  },
  oldBrowser: {
    title: '这个浏览器太旧了',
    body: '请更新浏览器后再打开:安卓要 Chrome 99 以上,苹果要 iOS 16.4 以上。',
  },
  notFound: { title: '没有这个页面', body: '可能是网址打错了,或者内容已经不归你看了。', home: '回到住户' },
  broken: {
    title: '这一页出错了',
    body: '已经存下的都还在手机里。请重新打开;还不行就告诉管理员。',
    reload: '重新打开',
  },
  storageFull: '手机快没有空间了,请清理一些再记',
  secondTab: '连心已经在另一个窗口打开',
};
