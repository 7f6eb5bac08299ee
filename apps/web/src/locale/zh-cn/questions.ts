export const questions = {
  sameAsLast: '还是这样',
  different: '有变化',
  /** 上次 10-03:吃穿 没问题、住房 没问题 */
  last: (day: string, words: string) => `上次 ${day}:${words}`,
  lastHere: (label: string, answer: string) => `${label} · 上次 ${answer}`,
  answered: (count: number) => `答了 ${count} 项`,
  fewer: (label: string) => `${label}:少一个`,
  more: (label: string) => `${label}:多一个`,
  /** 海报(张) */
  withUnit: (label: string, unit: string) => `${label}(${unit})`,
  /** 吃穿 有困难(缺米) */
  because: (answer: string, more: string) => `${answer}(${more})`,
  /** 吃穿 没问题 */
  pair: (label: string, answer: string) => `${label} ${answer}`,
};
