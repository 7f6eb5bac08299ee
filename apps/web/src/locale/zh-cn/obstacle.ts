/** What keeps the app from working in a browser, and the way out. */
export const obstacle = {
  insecure: {
    title: '此地址不能离线使用,请找管理员',
    body: '这个网址没有加密(https),浏览器不让它在没网时存东西。请向管理员要一个 https 开头的网址。',
  },
  oldBrowser: {
    title: '这个浏览器太旧了',
    body: '请更新浏览器后再打开:安卓要 Chrome 99 以上,苹果要 iOS 16.4 以上。',
  },
  inAppBrowser: {
    apps: {
      wechat: '微信',
      wecom: '企业微信',
      dingtalk: '钉钉',
      qq: 'QQ',
      alipay: '支付宝',
      feishu: '飞书',
      weibo: '微博',
      douyin: '抖音',
    },
    title: (app: string) => `请换到手机的浏览器打开,不要在${app}里用`,
    body: '在聊天软件里打开,存下的东西可能会丢,没有网也打不开。',
    steps: {
      ios: ['点右上角的 ⋯', '选「在 Safari 中打开」或「在默认浏览器中打开」'],
      android: ['点右上角的 ⋯', '选「在浏览器打开」'],
      other: ['点右上角的 ⋯', '选「在浏览器打开」'],
    },
    open: '用浏览器打开',
    or: '没有反应,就复制网址,到浏览器里粘贴。',
    copy: '复制网址',
    copied: '网址已复制,到浏览器里粘贴',
    notCopied: '这里不让复制,请长按上面的网址',
  },
};
