/** Apps that open links in a browser of their own, whose storage is cleared with the app's and has no install. */
export type InAppBrowser = {
  readonly key: 'wechat' | 'wecom' | 'dingtalk' | 'qq' | 'alipay' | 'feishu' | 'weibo' | 'douyin';
};

// Order matters: WeCom and the QQ app also carry MicroMessenger or QQBrowser marks.
const marks: readonly (InAppBrowser & { readonly pattern: RegExp })[] = [
  { key: 'wecom', pattern: /wxwork/i },
  { key: 'wechat', pattern: /MicroMessenger/i },
  { key: 'dingtalk', pattern: /DingTalk/i },
  { key: 'alipay', pattern: /AlipayClient/i },
  { key: 'feishu', pattern: /\b(Lark|Feishu)\b/i },
  // The QQ browser itself (MQQBrowser) is a real browser; only the chat app carries QQ/ as a word of its own.
  { key: 'qq', pattern: /(^|\s)QQ\/\d/ },
  { key: 'weibo', pattern: /\bWeibo\b/i },
  { key: 'douyin', pattern: /\b(aweme|BytedanceWebview)\b/i },
];

/** Finds the app whose built-in browser a user agent names, or null for a browser in its own right. */
export const findInAppBrowser = (userAgent: string): InAppBrowser | null => {
  const found = marks.find((mark) => mark.pattern.test(userAgent));
  return found === undefined ? null : { key: found.key };
};

/** Is a phone by what its system calls the way out of an app. */
export type PhoneSystem = 'ios' | 'android' | 'other';

/** Tells which system a phone runs; an iPad calls itself a Mac, but has a touch screen. */
export const findPhoneSystem = (userAgent: string, touchPoints: number): PhoneSystem => {
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)) return 'ios';
  return /Android|HarmonyOS/.test(userAgent) ? 'android' : 'other';
};

/** Tells which system this page runs on. */
export const thisPhoneSystem = (): PhoneSystem => findPhoneSystem(navigator.userAgent, navigator.maxTouchPoints);

/** Is the same address as Android takes it to mean: open it in the browser that the phone uses. Null for what is no https page. */
export const browserIntent = (address: string): string | null => {
  const { protocol, host, pathname, search, hash } = new URL(address);
  if (protocol !== 'https:') return null;
  // Android looks for the last #, so what stands after the first stays part of the page's address.
  const page = `${host}${pathname}${search}${hash}`;
  return `intent://${page}#Intent;scheme=https;action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end`;
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
