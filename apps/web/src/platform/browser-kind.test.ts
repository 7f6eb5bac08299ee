import { describe, expect, test } from 'vitest';
import { browserIntent, findInAppBrowser, findPhoneSystem } from './browser-kind.ts';

const android = 'Mozilla/5.0 (Linux; Android 12; V2166BA) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0';

describe('a browser inside a chat app is recognised', () => {
  test.each([
    [
      'wechat',
      `${android} Chrome/116.0.0.0 XWEB/1160065 MMWEBSDK/20231105 Mobile Safari/537.36 MicroMessenger/8.0.44.2502 WeChat/arm64`,
    ],
    ['wecom', `${android} Chrome/116.0.0.0 Mobile Safari/537.36 wxwork/4.1.16 MicroMessenger/7.0.1 Language/zh`],
    [
      'dingtalk',
      `${android} Chrome/100.0 Mobile Safari/537.36 AliApp(DingTalk/7.0.50) com.alibaba.android.rimet/29596`,
    ],
    [
      'alipay',
      `${android} Chrome/105.0 Mobile Safari/537.36 AlipayDefined(nt:WIFI) AliApp(AP/10.5) AlipayClient/10.5.0 Language/zh-Hans`,
    ],
    ['feishu', `${android} Chrome/110.0 Mobile Safari/537.36 Lark/7.8.6 LarkLocale/zh_CN`],
    [
      'qq',
      `${android} Chrome/109.0 MQQBrowser/6.2 TBS/046805 Mobile Safari/537.36 V1_AND_SQ_9.0.8_5540 QQ/9.0.8.14755 NetType/WIFI`,
    ],
    ['weibo', `${android} Chrome/106.0 Mobile Safari/537.36 Weibo (vivo-V2166BA__weibo__14.1.2)`],
  ])('%s', (key, userAgent) => {
    expect(findInAppBrowser(userAgent)?.key).toBe(key);
  });
});

describe('a browser in its own right is left alone', () => {
  test.each([
    [
      'Chrome',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
    ],
    [
      'Safari',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 16_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.4 Mobile/15E148 Safari/604.1',
    ],
    ['the QQ browser', `${android} Chrome/109.0 MQQBrowser/14.8 Mobile Safari/537.36`],
    [
      'the Huawei browser',
      'Mozilla/5.0 (Linux; Android 12; HarmonyOS) AppleWebKit/537.36 Chrome/114.0.5735.196 HuaweiBrowser/15.0.4.312 Mobile Safari/537.36',
    ],
  ])('%s', (_name, userAgent) => {
    expect(findInAppBrowser(userAgent)).toBeNull();
  });
});

const iPad = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15';

test('an iPad that calls itself a Mac is told by its touch screen', () => {
  expect(findPhoneSystem(iPad, 5)).toBe('ios');
  expect(findPhoneSystem(iPad, 0)).toBe('other');
  expect(findPhoneSystem(`${android} Chrome/116.0.0.0`, 5)).toBe('android');
});

test('Android is asked to open the same address in its browser, an invitation with what stands after its #', () => {
  expect(browserIntent('https://lianxin.example/invitation#abc')).toBe(
    'intent://lianxin.example/invitation#abc#Intent;scheme=https;action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end',
  );
  expect(browserIntent('http://lianxin.example/')).toBeNull();
});
