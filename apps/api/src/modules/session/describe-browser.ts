const systems: readonly (readonly [RegExp, string])[] = [
  [/OpenHarmony|HarmonyOS/i, 'HarmonyOS'],
  [/iPhone|iPod/i, 'iPhone'],
  [/iPad/i, 'iPad'],
  [/Android/i, 'Android'],
  [/Windows/i, 'Windows'],
  [/Mac OS X|Macintosh/i, 'macOS'],
  [/Linux|X11/i, 'Linux'],
];

/** Browsers call themselves by their forebears too, so the youngest comes first. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, 'WeChat'],
  [/HuaweiBrowser|ArkWeb/i, 'Huawei'],
  [/MiuiBrowser/i, 'Xiaomi'],
  [/SamsungBrowser/i, 'Samsung'],
  [/QQBrowser|MQQBrowser/i, 'QQ'],
  [/UCBrowser/i, 'UC'],
  [/Edg(e|A|iOS)?\//i, 'Edge'],
  [/Firefox|FxiOS/i, 'Firefox'],
  [/Chrome|CriOS/i, 'Chrome'],
  [/Safari/i, 'Safari'],
];

/** Tells in few words what a browser calls itself, so that its owner knows it again in a list: never the text itself, which may hold anything. */
export const describeBrowser = (userAgent: string | undefined): string => {
  const find = (known: typeof systems): readonly string[] => {
    const found = known.find(([pattern]) => pattern.test(userAgent ?? ''));
    return found === undefined ? [] : [found[1]];
  };
  return [...find(systems), ...find(browsers)].join(' · ');
};
