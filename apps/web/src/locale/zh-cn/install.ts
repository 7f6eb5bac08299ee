export const install = {
  title: '装到桌面',
  why: '像应用一样打开,没有网也行;手机也不容易把它存下的清掉。',
  action: '装到桌面',
  later: '以后再说',
  how: '看看怎么装',
  hintTitle: '记下第一条了,装到桌面更稳',
  steps: {
    ios: [
      '点 Safari 下面的「分享」:一个方框,里面一个向上的箭头',
      '往上滑,点「添加到主屏幕」',
      '点右上角的「添加」',
      '以后从桌面上的「连心」打开',
    ],
    menu: ['打开浏览器的菜单:⋮ 或 ≡', '点「添加到桌面」或「安装应用」', '以后从桌面上的「连心」打开'],
  },
  /** What Safari does with pages that are not installed. */
  safariTitle: '用苹果手机,请先装到桌面',
  safariLimit: '在 Safari 里用,7 天不打开,系统会把存下的清掉。装到桌面就不会。',
  safariSignIn: '桌面上的连心要再登录一次。所以先装,再登录。',
  installed: '已装到桌面',
};
