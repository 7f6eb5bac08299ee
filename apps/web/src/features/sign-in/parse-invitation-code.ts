import { invitationAlphabet, invitationCodeLength } from '@lianxin/protocol';

/** Reads a code as people type it from a card: any case, full width, with spaces or hyphens. Null when it is no code. */
export const parseInvitationCode = (typed: string): string | null => {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―_.]/gu, '');
  const isCode =
    code.length === invitationCodeLength && [...code].every((letter) => invitationAlphabet.includes(letter));
  return isCode ? code : null;
};
