export const followUps = {
  /** 维修:地下室漏水,怎么样了? */
  ask: (kind: string, detail: string | null) => `${detail === null ? kind : `${kind}:${detail}`},怎么样了?`,
  done: '已办好',
  still: '还没办好',
  told: '已回话',
  answer: '回了什么话(可不填)',
  /** Stands as the answer where somebody only said that they told it. */
  toldInPerson: '走访时说过了',
};
