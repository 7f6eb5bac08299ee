/** Is an invitation as the server prints it when it starts. */
export interface PrintedInvitation {
  readonly role: string;
  readonly name: string;
  readonly link: string;
  readonly code: string;
}

const invitationLines = / {2}(\S+) (\S+) \(.*\)\n +(\S+)\n +code (\S+)\n/g;

/** Reads the invitations out of what the server printed. */
export const parseInvitations = (printed: string): readonly PrintedInvitation[] =>
  [...printed.matchAll(invitationLines)].map(([, role = '', name = '', link = '', code = '']) => ({
    role,
    name,
    link,
    code,
  }));
