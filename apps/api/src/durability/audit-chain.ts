import { createHash } from 'node:crypto';
import { canonicalJson } from '@lianxin/domain';

/** Is what a line of the audit says, as it enters the hash; its number and its own hash do not. */
export interface AuditContent {
  readonly at: number;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly communityId: string | null;
  readonly subjectId: string | null;
  /** Canonical JSON. */
  readonly facts: string;
}

/** Is a line of the audit as it is stored. */
export interface AuditLine extends AuditContent {
  readonly seq: number;
  readonly hash: string;
}

/** Hashes a line together with the hash of the one before, so that nothing behind it can change unseen. */
export const chainHash = (previous: string, content: AuditContent): string => {
  const { at, actorId, actorName, action, communityId, subjectId, facts } = content;
  const covered = { at, actorId, actorName, action, communityId, subjectId, facts };
  return createHash('sha256')
    .update(`${previous}\n${canonicalJson(covered)}`)
    .digest('base64url');
};

/** Says whether a line is the one that was written after another. */
export const follows = (line: AuditLine, previous: string): boolean => chainHash(previous, line) === line.hash;
