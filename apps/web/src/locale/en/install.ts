import type { install as zhCn } from '../zh-cn/install.ts';

export const install: typeof zhCn = {
  title: 'Put on the home screen',
  why: 'It opens like an app, works without a network, and the phone is less likely to clear what it keeps.',
  action: 'Put on the home screen',
  later: 'Later',
  how: 'See how',
  hintTitle: 'First record saved. Safer on the home screen',
  steps: {
    ios: [
      'Tap Share at the bottom of Safari: a square with an arrow pointing up',
      'Scroll and tap “Add to Home Screen”',
      'Tap Add at the top right',
      'From now on open Lianxin from the home screen',
    ],
    menu: [
      'Open the browser’s menu: ⋮ or ≡',
      'Tap “Add to Home screen” or “Install app”',
      'From now on open Lianxin from the home screen',
    ],
  },
  safariTitle: 'On an iPhone, put it on the home screen first',
  safariLimit:
    'In Safari, the system clears what is kept after 7 days without opening it. On the home screen it does not.',
  safariSignIn: 'The one on the home screen asks you to sign in once more. So install first, then sign in.',
  installed: 'On the home screen',
};
