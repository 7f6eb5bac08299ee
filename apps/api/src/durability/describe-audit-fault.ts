import type { AuditFault } from './verify-audit.ts';

const words: Readonly<Record<AuditFault['fault'], (line: number) => string>> = {
  missing: (line) => `审计缺少第 ${line} 行 / Line ${line} of the audit is missing.`,
  changed: (line) =>
    `审计第 ${line} 行被改动 / Line ${line} of the audit was changed: it does not follow from the one before.`,
  swapped: (line) => `审计第 ${line} 行与下一行次序颠倒 / Line ${line} of the audit changed places with the next.`,
  inserted: (line) => `审计第 ${line} 行是后来插进来的 / Line ${line} of the audit was put in later.`,
  cutOff: (line) =>
    `审计从第 ${line} 行起被删掉 / The audit was cut off: line ${line} and what came after it are gone.`,
  rewritten: (line) =>
    `审计第 ${line} 行与先前记住的不同 / Line ${line} of the audit is another than the one that was remembered: it was written anew.`,
};

/** Words what is wrong with the audit for whoever runs the server. */
export const describeAuditFault = ({ seq, fault }: AuditFault): string => words[fault](seq);
