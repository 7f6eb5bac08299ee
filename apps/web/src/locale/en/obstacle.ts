import type { obstacle as zhCn } from '../zh-cn/obstacle.ts';

export const obstacle: typeof zhCn = {
  insecure: {
    title: 'This address cannot work offline; ask your administrator',
    body: 'It is not encrypted (https), so the browser keeps nothing for use without a network. Ask your administrator for an address that begins with https.',
  },
  oldBrowser: {
    title: 'This browser is too old',
    body: 'Please update it and come back: Android needs Chrome 99 or later, iPhone needs iOS 16.4 or later.',
  },
  inAppBrowser: {
    apps: {
      wechat: 'WeChat',
      wecom: 'WeCom',
      dingtalk: 'DingTalk',
      qq: 'QQ',
      alipay: 'Alipay',
      feishu: 'Lark',
      weibo: 'Weibo',
      douyin: 'Douyin',
    },
    title: (app) => `Please open this in your phone’s browser, not inside ${app}`,
    body: 'What is saved inside a chat app may get lost, and does not open without a network.',
    steps: {
      ios: ['Tap ⋯ at the top right', 'Choose “Open in Safari” or “Open in default browser”'],
      android: ['Tap ⋯ at the top right', 'Choose “Open in browser”'],
      other: ['Tap ⋯ at the top right', 'Choose “Open in browser”'],
    },
    open: 'Open in the browser',
    or: 'If nothing happens, copy the address and paste it in the browser.',
    copy: 'Copy address',
    copied: 'Address copied; paste it in the browser',
    notCopied: 'Copying is not allowed here; press and hold the address above',
  },
};
