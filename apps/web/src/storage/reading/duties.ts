import { role } from '@lianxin/domain';
import type { SessionAnswer } from '@lianxin/protocol';
import { codeLabel } from '../../locale/labels.ts';

/** Is what somebody does in one community. */
export interface Duties {
  readonly communityName: string;
  /** 志愿者, 网格员 … each once. */
  readonly roles: readonly string[];
  /** Whether the server takes this person's claims: those who go to doors may, those at the desk may not. */
  readonly canClaim: boolean;
}

/** Tells what the signed-in person does in a community. */
export const dutiesIn = (session: SessionAnswer, communityId: string): Duties => {
  const here = session.postings.filter((posting) => posting.communityId === communityId);
  return {
    communityName: here[0]?.communityName ?? '',
    roles: [...new Set(here.map((posting) => codeLabel(role, posting.role)))],
    canClaim: here.some((posting) => posting.role === 'volunteer' || posting.role === 'gridWorker'),
  };
};

/** Lists the communities somebody is posted in, each once, in the order of their postings. */
export const communitiesOf = (session: SessionAnswer): readonly { readonly id: string; readonly name: string }[] => {
  const names = new Map<string, string>();
  for (const { communityId, communityName } of session.postings) {
    if (communityId !== null) names.set(communityId, communityName ?? communityId);
  }
  return [...names].map(([id, name]) => ({ id, name }));
};
