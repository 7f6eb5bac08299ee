import type { AuditFault } from './verify-audit.ts';

const words: Readonly<Record<AuditFault['fault'], string>> = {
  missing: '缺少这一行 / is missing',
  changed: '内容或校验值被改动 / was changed: it does not follow from the line before',
  swapped: '与下一行次序颠倒 / was swapped with the next',
  inserted: '是后来插进来的 / was put in later',
  cutOff: '起的各行被删掉 / and what came after it were cut off',
  rewritten: '与见证的不同,整段被重写 / is another than the one that was remembered: the audit was written anew',
};

/** Words what is wrong with the audit for whoever runs the server. */
export const describeAuditFault = ({ seq, fault }: AuditFault): string =>
  `审计第 ${seq} 行 / line ${seq} ${words[fault]}`;
