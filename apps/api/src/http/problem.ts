import type { ErrorCode, Problem } from '@lianxin/protocol';

interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/** Tells the status and title of each code; the interface words the code itself. Anything out of reach is told like something that does not exist. */
const kinds: Readonly<Record<ErrorCode, ProblemKind>> = {
  malformed: { status: 400, title: 'The request is not understood' },
  tooLarge: { status: 413, title: 'The request is too large' },
  notSignedIn: { status: 401, title: 'Nobody is signed in' },
  wrongNameOrPassword: { status: 401, title: 'The name or the password is wrong' },
  tooManyTries: { status: 429, title: 'There were too many tries' },
  notAllowed: { status: 403, title: 'This account may not do that' },
  notFound: { status: 404, title: 'There is no such thing' },
  invitationUsedOrExpired: { status: 410, title: 'The invitation is used, expired or unknown' },
  nameTaken: { status: 409, title: 'The name is taken' },
  weakPassword: { status: 422, title: 'The password is too easy to guess' },
  insecureAddress: { status: 403, title: 'This address is not secure enough to sign in' },
  foreignOrigin: { status: 403, title: 'The request comes from another site' },
  notAWorkbook: { status: 422, title: 'The file is not a workbook' },
  saveAsXlsx: { status: 422, title: 'The file has to be saved as xlsx' },
  workbookTooLarge: { status: 422, title: 'The workbook is too large' },
  noHeaderFound: { status: 422, title: 'No heading row was found' },
  importChanged: { status: 409, title: 'The preview has changed' },
  versionChanged: { status: 409, title: 'Somebody else saved a newer version' },
  importUndecided: { status: 409, title: 'The import still needs a decision' },
  nothingImported: { status: 404, title: 'Nothing was imported yet' },
  reasonMissing: { status: 422, title: 'A reason is needed' },
  reasonNamesPerson: { status: 422, title: 'The reason names the person; it stays in the audit for good' },
  accountDisabled: { status: 403, title: 'The account is disabled' },
  rescueUnreadable: { status: 422, title: 'The rescue file cannot be read here' },
  rescueForged: { status: 422, title: 'The rescue file was not made under a session of its author' },
  busy: { status: 503, title: 'The server is busy' },
  behind: { status: 503, title: 'The server knows less than this phone: it was rolled back' },
  readOnly: { status: 503, title: 'The server takes no changes at the moment' },
  wipe: { status: 401, title: 'This phone is asked to forget everything' },
  photoRefused: { status: 422, title: 'The picture is not one that may be kept' },
  internal: { status: 500, title: 'The server made a mistake' },
};

/** Answers with an RFC 9457 problem. Titles and details never hold a value of a record or of the request. */
export const problem = (
  code: ErrorCode,
  more: { readonly retryAfterMs?: number; readonly detail?: string } = {},
): Response => {
  const { status, title } = kinds[code];
  const body: Problem = {
    type: 'about:blank',
    title,
    status,
    code,
    ...(more.detail === undefined ? {} : { detail: more.detail }),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (more.retryAfterMs !== undefined) headers.set('retry-after', String(Math.ceil(more.retryAfterMs / 1000)));
  return new Response(JSON.stringify(body), { status, headers });
};
