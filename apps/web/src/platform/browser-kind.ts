/** Apps that open links in a browser of their own, whose storage is cleared with the app's and has no install. */
export type InAppBrowser = {
  readonly key: 'wechat' | 'wecom' | 'dingtalk' | 'qq' | 'alipay' | 'feishu' | 'weibo' | 'douyin';
  readonly name: string;
};

// Order matters: WeCom and the QQ app also carry MicroMessenger or QQBrowser marks.
const marks: readonly (InAppBrowser & { readonly pattern: RegExp })[] = [
  { key: 'wecom', name: '企业微信', pattern: /wxwork/i },
  { key: 'wechat', name: '微信', pattern: /MicroMessenger/i },
  { key: 'dingtalk', name: '钉钉', pattern: /DingTalk/i },
  { key: 'alipay', name: '支付宝', pattern: /AlipayClient/i },
  { key: 'feishu', name: '飞书', pattern: /\b(Lark|Feishu)\b/i },
  // The QQ browser itself (MQQBrowser) is a real browser; only the chat app carries QQ/ as a word of its own.
  { key: 'qq', name: 'QQ', pattern: /(^|\s)QQ\/\d/ },
  { key: 'weibo', name: '微博', pattern: /\bWeibo\b/i },
  { key: 'douyin', name: '抖音', pattern: /\b(aweme|BytedanceWebview)\b/i },
];

/** Finds the app whose built-in browser a user agent names, or null for a browser in its own right. */
export const findInAppBrowser = (userAgent: string): InAppBrowser | null => {
  const found = marks.find((mark) => mark.pattern.test(userAgent));
  return found === undefined ? null : { key: found.key, name: found.name };
};

/** What keeps this page from working without a network, worst first; null when nothing does. */
export type PlatformObstacle =
  | { readonly type: 'insecure' }
  | { readonly type: 'oldBrowser' }
  | { readonly type: 'inApp'; readonly app: InAppBrowser };

export const findPlatformObstacle = (): PlatformObstacle | null => {
  if (!window.isSecureContext) return { type: 'insecure' };
  if (!('serviceWorker' in navigator) || !('locks' in navigator) || !('indexedDB' in window))
    return { type: 'oldBrowser' };
  const app = findInAppBrowser(navigator.userAgent);
  return app === null ? null : { type: 'inApp', app };
};
